package nl.plein.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.plein.cms.kernel.Json;

/** Writes a problem where no resource was reached: in a filter. */
public final class ProblemPage {

    private ProblemPage() {}

    public static void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
            throws IOException {
        Problem problem = Problems.of(thrown);
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::setHeader);
        byte[] body = Json.mapper().writeValueAsBytes(problem.json(request.getRequestURI()));
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}
