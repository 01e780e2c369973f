package nl.plein.site.template;

import io.quarkus.qute.Booleans;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolver;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/** What may stand after a dot: operators on anything, members of shapes and maps, and the methods of {@link Methods}. */
final class Resolvers {
    private Resolvers() {}

    static ValueResolver[] all() {
        return new ValueResolver[] {new FreeFunctions(), new Members(), new Otherwise(), new Logic(), new Plain()};
    }

    /**
     * The functions of the root, from anywhere. They are answered where they are called and not further out, because what stands
     * between the brackets must be looked up here: the engine would do that in the context that answers.
     */
    private static final class FreeFunctions implements ValueResolver {
        @Override
        public int getPriority() {
            return 21;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            Object base = context.getBase();
            return base == context.resolutionContext().getData()
                    && !(base instanceof Mapper mapper && mapper.appliesTo(context.getName()))
                    && Failures.of(context).root().can(context.getName());
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return done(called(Failures.of(context).root(), context.getName(), context));
        }
    }

    /** Members and functions of shapes. */
    private static final class Members implements ValueResolver {
        @Override
        public int getPriority() {
            return 20;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof Shape;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            Shape shape = (Shape) Objects.requireNonNull(context.getBase());
            String name = context.getName();
            if (!context.getParams().isEmpty() || shape.can(name)) {
                return shape.can(name) ? done(called(shape, name, context)) : Results.notFound(context);
            }
            if (shape.knows(name)) {
                return done(shape.get(name));
            }
            if (!(shape instanceof Collection<?>)) {
                Failures.of(context).missed(shape, name);
            }
            return Results.notFound(context);
        }
    }

    /** {@code a ?: b}, {@code a.or(b)} and both halves of {@code c ? a : b}. */
    private static final class Otherwise implements ValueResolver {
        @Override
        public int getPriority() {
            return 19;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getParams().size() == 1
                    && switch (context.getName()) {
                        case "?:", "or", ":", "?" -> true;
                        default -> false;
                    };
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            Object base = context.getBase();
            if (context.getName().equals("?")) {
                return Booleans.isFalsy(base)
                        ? Results.notFound(context)
                        : done(Arguments.of(context).get(0));
            }
            boolean there = base != null && base != Absent.VALUE && !Results.isNotFound(base);
            return done(there ? base : Arguments.of(context).get(0));
        }
    }

    private static final class Logic implements ValueResolver {
        @Override
        public int getPriority() {
            return 18;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getParams().size() == 1
                    && (context.getName().equals("&&") || context.getName().equals("||"));
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            boolean left = !Booleans.isFalsy(context.getBase());
            if (context.getName().equals("&&") ? !left : left) {
                return done(left);
            }
            return done(!Booleans.isFalsy(Arguments.of(context).get(0)));
        }
    }

    /** Strings, numbers, booleans, lists and maps. */
    private static final class Plain implements ValueResolver {
        @Override
        public boolean appliesTo(EvalContext context) {
            Object base = context.getBase();
            return base instanceof CharSequence
                    || base instanceof Collection<?>
                    || base instanceof Map<?, ?>
                    || base instanceof Number
                    || base instanceof Boolean;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            Object base = Objects.requireNonNull(context.getBase());
            Budget budget = Failures.of(context).root().budget();
            Object result = Methods.call(base, context.getName(), argumentsOf(context));
            if (result == Methods.NONE) {
                return base == Absent.VALUE ? done(Absent.VALUE) : Results.notFound(context);
            }
            if (result instanceof CharSequence text) {
                budget.spend(text.length());
            }
            return done(result);
        }

        private static List<Object> argumentsOf(EvalContext context) {
            Failures.of(context).root().budget().step();
            return Arguments.of(context);
        }
    }

    private static @Nullable Object called(Shape shape, String name, EvalContext context) {
        TemplateRoot root = Failures.of(context).root();
        root.budget().step();
        try {
            Object result = shape.call(name, Arguments.of(context));
            if (result instanceof CharSequence text) {
                root.budget().spend(text.length());
            }
            return result;
        } catch (TemplateTrouble e) {
            throw e;
        } catch (Trouble e) {
            throw located(context, name, e);
        }
    }

    private static Trouble located(EvalContext context, String name, Trouble e) {
        Origin origin = context.getParams().isEmpty()
                ? null
                : context.getParams().get(0).getOrigin();
        return origin == null
                ? new Trouble(name + "(): " + e.getMessage(), e)
                : TemplateTrouble.at(origin, Failures.of(context).root(), name + "(): " + e.getMessage(), e);
    }

    private static CompletionStage<Object> done(@Nullable Object value) {
        return CompletedStage.of(Arguments.present(value));
    }
}
