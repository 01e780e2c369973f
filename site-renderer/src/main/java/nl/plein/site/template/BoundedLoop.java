package nl.plein.site.template;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Parameter;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code {#for item in items}}: only over lists, and every turn costs a step of the page's budget. */
final class BoundedLoop implements SectionHelper {
    private final String alias;
    private final Expression items;
    private final @Nullable SectionBlock otherwise;

    private BoundedLoop(String alias, Expression items, @Nullable SectionBlock otherwise) {
        this.alias = alias;
        this.items = items;
        this.otherwise = otherwise;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        ResolutionContext outer = context.resolutionContext();
        Failures failures = Failures.of(outer);
        Object value = Arguments.present(Arguments.now(outer.evaluate(items)));
        if (value instanceof Shape one && !(value instanceof Collection<?>)) {
            value = List.of(
                    one); // a reference to one is a list of one: which it is, the agency's type decides, not the theme
        }
        if (!(value instanceof Collection<?> list)) {
            throw TemplateTrouble.at(
                    items.getOrigin(),
                    failures.root(),
                    "{#for … in " + items.toOriginalString() + "} needs a list; this is " + Templates.described(value),
                    null);
        }
        List<ResultNode> results = new ArrayList<>(list.size());
        Iterator<?> iterator = list.iterator();
        for (int index = 0; iterator.hasNext(); index++) {
            failures.root().budget().step();
            Object item = Arguments.present(iterator.next());
            ResolutionContext inner = outer.createChild(new Turn(alias, item, index, iterator.hasNext()), null);
            results.add((ResultNode) Arguments.present(Arguments.now(context.execute(inner))));
        }
        if (!results.isEmpty()) {
            return CompletedStage.of(new Turns(results));
        }
        return otherwise == null ? ResultNode.NOOP : context.execute(otherwise, outer);
    }

    /** What all the turns have made, in order. */
    private static final class Turns extends ResultNode {
        private final List<ResultNode> turns;

        private Turns(List<ResultNode> turns) {
            this.turns = turns;
        }

        @Override
        public void process(Consumer<String> out) {
            turns.forEach(turn -> turn.process(out));
        }
    }

    /** What the inside of a loop sees: the item, and where in the loop it is. */
    private record Turn(String alias, Object item, int index, boolean more) implements Mapper {
        private static final Set<String> PLACES =
                Set.of("index", "count", "hasNext", "isFirst", "isLast", "odd", "even", "isOdd", "isEven");

        @Override
        public boolean appliesTo(String key) {
            return key.equals(alias)
                    || key.length() > alias.length()
                            && key.startsWith(alias)
                            && key.charAt(alias.length()) == '_'
                            && PLACES.contains(key.substring(alias.length() + 1));
        }

        @Override
        public CompletionStage<Object> getAsync(String key) {
            return CompletedStage.of(key.equals(alias) ? item : place(key.substring(alias.length() + 1)));
        }

        private Object place(String name) {
            return switch (name) {
                case "index" -> index;
                case "count" -> index + 1;
                case "hasNext" -> more;
                case "isFirst" -> index == 0;
                case "isLast" -> !more;
                case "odd", "isOdd" -> index % 2 == 0;
                default -> index % 2 == 1;
            };
        }
    }

    static final class Factory implements SectionHelperFactory<BoundedLoop> {
        @Override
        public List<String> getDefaultAliases() {
            return List.of("for", "each");
        }

        @Override
        public ParametersInfo getParameters() {
            return ParametersInfo.builder()
                    .addParameter("alias", "$empty$")
                    .addParameter("in", "$empty$")
                    .addParameter(Parameter.builder("iterable").optional())
                    .build();
        }

        @Override
        public List<String> getBlockLabels() {
            return List.of("else");
        }

        @Override
        public BoundedLoop initialize(SectionInitContext context) {
            String alias = context.getParameterOrDefault("alias", "$empty$");
            return new BoundedLoop(
                    alias.equals("$empty$") ? "it" : alias,
                    Objects.requireNonNull(context.getExpression("iterable")),
                    context.getBlock("else"));
        }

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            if (!block.getLabel().equals(MAIN_BLOCK_NAME)) {
                return outer;
            }
            String iterable = block.getParameters().get("iterable");
            block.addExpression("iterable", Objects.requireNonNullElse(iterable, "this"));
            Scope inner = new Scope(outer);
            inner.putBinding(block.getParameters().getOrDefault("alias", "it"), null);
            return inner;
        }
    }
}
