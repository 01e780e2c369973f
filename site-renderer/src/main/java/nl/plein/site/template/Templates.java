package nl.plein.site.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.FragmentSectionHelper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.IncludeSectionHelper;
import io.quarkus.qute.InsertSectionHelper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.SetSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.WhenSectionHelper;
import io.quarkus.qute.WithSectionHelper;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import nl.plein.site.kernel.Trouble;

/**
 * A theme's templates, parsed once. The engine gets the sections and resolvers named here and nothing else: no reflection, no way to
 * turn escaping off, no evaluation of text. Shared by all threads.
 */
public final class Templates {
    private static final int LARGEST = 256 << 10;

    private final Map<String, Template> templates = new TreeMap<>();

    /**
     * @param sources template texts by id, as {@code news.html} or {@code partials/card.html}
     * @throws TemplateTrouble for the first that can't be parsed
     */
    public Templates(Map<String, String> sources) {
        Engine engine = engine(sources);
        sources.forEach((id, source) -> templates.put(id, parsed(engine, id, source)));
    }

    private static Engine engine(Map<String, String> sources) {
        return Engine.builder()
                .addSectionHelper(new IfSectionHelper.Factory())
                .addSectionHelper(new BoundedLoop.Factory())
                .addSectionHelper(new SetSectionHelper.Factory())
                .addSectionHelper(new WithSectionHelper.Factory())
                .addSectionHelper(new WhenSectionHelper.Factory())
                .addSectionHelper(new BoundedSection.Factory(new IncludeSectionHelper.Factory()))
                .addSectionHelper(new BoundedSection.Factory(new InsertSectionHelper.Factory()))
                .addSectionHelper(new BoundedSection.Factory(new FragmentSectionHelper.Factory()))
                .addValueResolver(ValueResolvers.mapperResolver())
                .addValueResolvers(Resolvers.all())
                .addResultMapper(new Escaping())
                .addLocator(id -> Optional.ofNullable(sources.get(id)).map(TemplateText::new))
                .strictRendering(true)
                .removeStandaloneLines(true)
                .useAsyncTimeout(false)
                .timeout(60_000)
                .build();
    }

    private static Template parsed(Engine engine, String id, String source) {
        if (source.length() > LARGEST) {
            throw TemplateTrouble.in(id, 0, "", "a template has at most " + LARGEST + " characters", null);
        }
        try {
            Template template = engine.getTemplate(id);
            if (template == null) {
                throw new IllegalStateException(id);
            }
            return template;
        } catch (TemplateException e) {
            Origin origin = e.getOrigin();
            throw TemplateTrouble.in(id, origin == null ? 0 : origin.getLine(), "", plainMessage(e), e);
        } catch (StackOverflowError e) {
            throw TemplateTrouble.in(id, 0, "", "the sections nest too deep", e);
        }
    }

    public boolean has(String id) {
        return templates.containsKey(id);
    }

    /**
     * @param root also the keeper of the page's budget: one page with its cards and blocks has one
     * @throws TemplateTrouble naming file, line, page and what there is instead
     */
    public String render(String id, TemplateRoot root) {
        Template template = templates.get(id);
        if (template == null) {
            throw TemplateTrouble.in(id, 0, root.subject(), "the theme has no such template", null);
        }
        Failures failures = new Failures(root);
        root.budget().enter();
        try {
            return rendered(template, failures);
        } catch (CompletionException e) {
            throw failure(id, failures, e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(id, failures, e);
        } finally {
            root.budget().leave();
        }
    }

    private static String rendered(Template template, Failures failures) {
        TemplateInstance instance = template.instance();
        instance.setAttribute(Failures.ATTRIBUTE, failures);
        instance.data(failures.root());
        StringBuilder out = new StringBuilder(1 << 10);
        Budget budget = failures.root().budget();
        instance.consume(text -> {
                    budget.spend(text.length());
                    out.append(text);
                })
                .toCompletableFuture()
                .join();
        return out.toString();
    }

    private static TemplateTrouble failure(String id, Failures failures, Throwable thrown) {
        Throwable cause = innermost(thrown);
        if (cause instanceof TemplateTrouble known) {
            return known;
        }
        TemplateRoot root = failures.root();
        if (cause instanceof TemplateException e) {
            boolean missing = e.getCodeName()
                    .filter("EVALUATOR_PROPERTY_NOT_FOUND"::equals)
                    .isPresent();
            String said = plainMessage(e)
                    + (missing ? failures.last().map(miss -> ". " + miss).orElse("") : "");
            return e.getOrigin() == null
                    ? TemplateTrouble.in(id, 0, root.subject(), said, e)
                    : TemplateTrouble.at(e.getOrigin(), root, said, e);
        }
        return TemplateTrouble.in(id, 0, root.subject(), inWords(cause), cause);
    }

    /** The engine wraps what it meets on its way out; what matters is where it began. */
    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof Trouble) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String inWords(Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return "it nests too deep";
        }
        return cause instanceof Trouble ? String.valueOf(cause.getMessage()) : "it can't be rendered: " + cause;
    }

    private static String plainMessage(TemplateException e) {
        String message = String.valueOf(e.getMessage());
        int colon = message.indexOf("]: ");
        return message.startsWith("Rendering error") || message.startsWith("Parser error")
                ? message.substring(colon < 0 ? 0 : colon + 3)
                : message;
    }

    static String described(Object value) {
        if (value instanceof Shape shape) {
            return shape.what();
        }
        if (value instanceof String) {
            return "a text";
        }
        return value instanceof Number ? "a number" : value instanceof Map<?, ?> ? "a map" : "no list";
    }

    /** The last step of every value on its way into a page; there is no other. */
    private static final class Escaping implements ResultMapper {
        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return true;
        }

        @Override
        public String map(Object result, Expression expression) {
            if (result instanceof RawHtml raw) {
                return raw.html();
            }
            if (result instanceof String || result instanceof Number || result instanceof Boolean) {
                return Html.escape(result.toString());
            }
            if (result == Absent.VALUE) {
                return "";
            }
            String what = result instanceof Collection<?>
                    ? "a list; loop over it with {#for}"
                    : described(result) + "; print one of its members";
            throw new TemplateException(expression.getOrigin(), "This is " + what);
        }
    }
}
