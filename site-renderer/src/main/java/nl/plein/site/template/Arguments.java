package nl.plein.site.template;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The values between the brackets of a call. */
final class Arguments {
    private Arguments() {}

    static List<Object> of(EvalContext context) {
        List<Expression> expressions = context.getParams();
        if (expressions.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(present(expression.isLiteral() ? expression.getLiteral() : now(context.evaluate(expression))));
        }
        return values;
    }

    /** Everything here is computed on the spot; a stage that is not done is a bug. */
    static @Nullable Object now(CompletionStage<?> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    static Object present(@Nullable Object value) {
        return value == null || Results.isNotFound(value) ? Absent.VALUE : value;
    }
}
