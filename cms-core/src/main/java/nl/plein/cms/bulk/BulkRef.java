package nl.plein.cms.bulk;

import java.time.Instant;
import java.util.Optional;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.SiteId;

/** A change of many entries, as others know it. @param id also of its job @param undoes the one whose changes it brings back */
public record BulkRef(JobId id, SiteId site, BulkWish wish, Optional<JobId> undoes, int total, Instant createdAt) {}
