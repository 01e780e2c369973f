package nl.plein.api.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** What the JVM knows about itself, under the names that dashboards of Prometheus' own Java client use. */
final class Machine {

    private Machine() {}

    static void writeTo(Exposition text) {
        var memory = ManagementFactory.getMemoryMXBean();
        text.family("jvm_memory_used_bytes", "gauge", "Used memory of the JVM.");
        text.sample(
                "jvm_memory_used_bytes",
                Map.of("area", "heap"),
                memory.getHeapMemoryUsage().getUsed());
        text.sample(
                "jvm_memory_used_bytes",
                Map.of("area", "nonheap"),
                memory.getNonHeapMemoryUsage().getUsed());
        text.family("jvm_memory_max_bytes", "gauge", "Most memory the JVM may use.");
        text.sample(
                "jvm_memory_max_bytes",
                Map.of("area", "heap"),
                memory.getHeapMemoryUsage().getMax());
        text.family("jvm_threads_current", "gauge", "Threads of the JVM.");
        text.sample("jvm_threads_current", ManagementFactory.getThreadMXBean().getThreadCount());
        text.family("jvm_gc_collection_seconds", "summary", "Garbage collections and their time.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            var labels = Map.of("gc", collector.getName());
            text.sample("jvm_gc_collection_seconds_count", labels, (double) collector.getCollectionCount());
            text.sample("jvm_gc_collection_seconds_sum", labels, collector.getCollectionTime() / 1e3);
        }
        text.family("process_start_time_seconds", "gauge", "When the process started, in seconds since 1970.");
        text.sample(
                "process_start_time_seconds",
                ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
    }
}
