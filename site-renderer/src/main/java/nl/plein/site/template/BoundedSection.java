package nl.plein.site.template;

import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A section that pulls in other template text (include, insert): each use costs a step, and they nest only so deep. */
final class BoundedSection implements SectionHelper {
    private final SectionHelper inner;

    private BoundedSection(SectionHelper inner) {
        this.inner = inner;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        Budget budget = Failures.of(context.resolutionContext()).root().budget();
        budget.enter();
        try {
            return inner.resolve(context);
        } finally {
            budget.leave();
        }
    }

    static final class Factory implements SectionHelperFactory<BoundedSection> {
        private final SectionHelperFactory<?> inner;

        Factory(SectionHelperFactory<?> inner) {
            this.inner = inner;
        }

        @Override
        public List<String> getDefaultAliases() {
            return inner.getDefaultAliases();
        }

        @Override
        public ParametersInfo getParameters() {
            return inner.getParameters();
        }

        @Override
        public List<String> getBlockLabels() {
            return inner.getBlockLabels();
        }

        @Override
        public boolean cacheFactoryConfig() {
            return inner.cacheFactoryConfig();
        }

        @Override
        public boolean treatUnknownSectionsAsBlocks() {
            return inner.treatUnknownSectionsAsBlocks();
        }

        @Override
        public MissingEndTagStrategy missingEndTagStrategy() {
            return inner.missingEndTagStrategy();
        }

        @Override
        public Scope initializeBlock(Scope outer, BlockInfo block) {
            return inner.initializeBlock(outer, block);
        }

        @Override
        public BoundedSection initialize(SectionInitContext context) {
            return new BoundedSection(inner.initialize(context));
        }
    }
}
