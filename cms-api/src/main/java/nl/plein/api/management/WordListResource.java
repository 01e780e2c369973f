package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.workflow.ChangeWordList;
import nl.plein.cms.workflow.WordList;
import nl.plein.cms.workflow.WordLists;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The words that an agency would rather not read, and its abbreviations. */
@Path("/manage/v1/agencies/{agency}/word-list")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WordListResource {

    /** A word of the office. @param language such as {@code nl} */
    public record TermView(String language, String word, String better) {}

    /** An abbreviation and what it stands for. @param language such as {@code nl} */
    public record AbbreviationView(String language, String abbreviation, String meaning) {}

    /** The whole list. */
    public record WordListView(List<TermView> words, List<AbbreviationView> abbreviations) {

        static WordListView of(WordList list) {
            return new WordListView(
                    list.words().stream()
                            .map(term -> new TermView(term.language(), term.word(), term.better()))
                            .toList(),
                    list.abbreviations().stream()
                            .map(one -> new AbbreviationView(one.language(), one.abbreviation(), one.meaning()))
                            .toList());
        }

        WordList list() {
            return new WordList(
                    words.stream()
                            .map(term -> new WordList.Term(term.language(), term.word(), term.better()))
                            .toList(),
                    abbreviations.stream()
                            .map(one -> new WordList.Abbreviation(one.language(), one.abbreviation(), one.meaning()))
                            .toList());
        }
    }

    @Inject
    Access access;

    @Inject
    WordLists wordLists;

    @Inject
    ChangeWordList changeWordList;

    @GET
    @APIResponseSchema(value = WordListView.class, responseCode = "200")
    public Response get(@PathParam("agency") AgencyId agency) {
        access.require(Permission.SITE_READ, agency);
        return answer(wordLists.current());
    }

    @PUT
    @APIResponseSchema(value = WordListView.class, responseCode = "200")
    public Response change(
            @PathParam("agency") AgencyId agency,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            WordListView wanted) {
        access.require(Permission.MODEL_MANAGE, agency);
        Seen seen = Conditions.seen(ifMatch);
        return answer(changeWordList.perform(wanted.list(), seen));
    }

    private static Response answer(WordList list) {
        return Response.ok(WordListView.of(list))
                .header("ETag", "\"" + list.tag() + "\"")
                .build();
    }
}
