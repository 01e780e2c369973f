package nl.plein.cms.outside;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import nl.plein.cms.kernel.Background;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends to hosts outside whose addresses others chose. Only public addresses are reached, but for hosts that the operator named;
 * no redirect is followed, no proxy asked, no cookie kept, no name of this server given away; the whole takes {@link #LONGEST} at
 * most (or less, if the caller wants less), and of the answer only status and headers are read, 100 of them, of 8 KiB each.
 */
@ApplicationScoped
public class OutsideHttp {

    /** From the first look-up to the end. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration LONGEST_REST = Duration.ofDays(1);

    @Inject
    AllowedHosts allowed;

    @Inject
    @Background
    ThreadFactory threads;

    private final ThreadLocal<Long> deadline = new ThreadLocal<>();
    private PublicAddresses.Names names = InetAddress::getAllByName;
    private @Nullable CloseableHttpClient toPublic;
    private @Nullable CloseableHttpClient toAllowed;
    private @Nullable ScheduledExecutorService clock;

    /** @param url as {@link OutsideUrl} reads it @return within {@link #LONGEST}, whatever the host does */
    public Reply post(URI url, Map<String, String> headers, byte[] body) {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        return send(request, url, LONGEST);
    }

    /** Asks whether there is something, without wanting it. @param url as {@link OutsideUrl#ofLink} reads it */
    public Reply head(URI url, Duration longest) {
        return send(new HttpHead(url), url, longest);
    }

    /** The same of hosts that answer HEAD otherwise than GET. The body is not read. */
    public Reply get(URI url, Duration longest) {
        return send(new HttpGet(url), url, longest);
    }

    private Reply send(HttpUriRequestBase request, URI url, Duration longest) {
        deadline.set(System.nanoTime() + longest.toNanos());
        Future<?> bell = clock().schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = client(allowed.allows(url)).executeOpen(null, request, null);
            try {
                return new Reply.Answered(answer.getCode(), retryAfter(answer), leadsTo(answer));
            } finally {
                request.cancel(); // the connection is dropped; whatever else comes is not read
                closeQuietly(answer);
            }
        } catch (IOException | RuntimeException e) {
            return new Reply.Unreached(isTooLate() ? Reply.Reason.TIMED_OUT : reason(e));
        } finally {
            bell.cancel(false);
            deadline.remove();
        }
    }

    private boolean isTooLate() {
        Long end = deadline.get();
        return end != null && System.nanoTime() - end >= 0;
    }

    private static Reply.Reason reason(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PublicAddresses.Refused) {
                return Reply.Reason.ADDRESS_REFUSED;
            } else if (cause instanceof UnknownHostException) {
                return Reply.Reason.UNKNOWN_HOST;
            } else if (cause instanceof SSLException) {
                return Reply.Reason.NOT_TRUSTED;
            } else if (cause instanceof ConnectTimeoutException || cause instanceof InterruptedIOException) {
                return Reply.Reason.TIMED_OUT;
            } else if (cause instanceof java.net.SocketException && cause instanceof java.net.ConnectException
                    || cause instanceof java.net.NoRouteToHostException) {
                return Reply.Reason.NO_CONNECTION;
            }
        }
        return Reply.Reason.BROKEN;
    }

    /** In seconds; a date (RFC 9110, 10.2.3) is as good as nothing, as clocks differ. */
    private static Optional<Duration> retryAfter(ClassicHttpResponse answer) {
        try {
            Header header = answer.getHeader("Retry-After");
            return Optional.ofNullable(header == null ? null : header.getValue())
                    .map(String::strip)
                    .filter(value -> value.matches("[0-9]{1,8}"))
                    .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                    .map(wanted -> wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted);
        } catch (HttpException e) {
            return Optional.empty(); // said twice, in different ways
        }
    }

    private static Optional<String> leadsTo(ClassicHttpResponse answer) {
        try {
            Header header = answer.getHeader("Location");
            return Optional.ofNullable(header == null ? null : header.getValue());
        } catch (HttpException e) {
            return Optional.empty(); // said twice, in different ways
        }
    }

    private static void closeQuietly(ClassicHttpResponse answer) {
        try {
            answer.close();
        } catch (IOException e) {
            // it was dropped before
        }
    }

    /** For tests: names that lead elsewhere. */
    void believe(PublicAddresses.Names other) {
        names = other;
    }

    private synchronized CloseableHttpClient client(boolean anywhere) {
        CloseableHttpClient known = anywhere ? toAllowed : toPublic;
        if (known != null) {
            return known;
        }
        var resolver = new PublicAddresses(host -> names.addressesOf(host), anywhere, this::isTooLate);
        CloseableHttpClient made = PlainClient.of(resolver, LONGEST);
        if (anywhere) {
            toAllowed = made;
        } else {
            toPublic = made;
        }
        return made;
    }

    private synchronized ScheduledExecutorService clock() {
        if (clock == null) {
            clock = Executors.newSingleThreadScheduledExecutor(threads);
        }
        return clock;
    }

    @PreDestroy
    synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
        }
        if (toPublic != null) {
            toPublic.close(CloseMode.IMMEDIATE);
        }
        if (toAllowed != null) {
            toAllowed.close(CloseMode.IMMEDIATE);
        }
    }
}
