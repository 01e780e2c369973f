package nl.plein.cms.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class AccessTest {

    @Parameter
    Plein plein;

    @Test
    void nobody_sees_what_is_for_everyone_and_may_do_nothing() {
        SiteRef site = plein.aSite();

        assertThat(access().viewerOf(site)).isEqualTo(Viewer.PUBLIC);
        assertThatThrownBy(() -> access().require(Permission.SITE_READ, site.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_editor_may_write_but_not_publish() {
        SiteRef site = plein.aSite();
        PersonId editor = aPerson();
        plein.get(GrantRole.class).onSite(editor, site.id(), Role.EDITOR);

        as(editor, () -> {
            assertThatCode(() -> access().require(Permission.CONTENT_WRITE, site.id()))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> access().require(Permission.CONTENT_PUBLISH, site.id()))
                    .isInstanceOf(NotPermitted.class)
                    .hasMessageContaining("content.publish");
        });
    }

    /** Else whoever runs one site could delete it, and found others for the agency as its copies. */
    @Test
    void an_administrator_of_a_site_may_not_do_what_is_the_agencys_to_decide() {
        SiteRef site = plein.aSite();
        PersonId administrator = aPerson();
        plein.get(GrantRole.class).onSite(administrator, site.id(), Role.ADMINISTRATOR);

        as(administrator, () -> {
            assertThatCode(() -> access().require(Permission.SITE_MANAGE, site.id()))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> access().require(Permission.AGENCY_MANAGE, site.id()))
                    .isInstanceOf(NotPermitted.class)
                    .hasMessageContaining("agency \"" + site.agency());
        });

        plein.get(GrantRole.class).inAgency(administrator, site.agency(), Role.ADMINISTRATOR);
        as(administrator, () -> assertThatCode(() -> access().require(Permission.AGENCY_MANAGE, site.id()))
                .doesNotThrowAnyException());
    }

    @Test
    void another_agencys_site_is_answered_as_if_it_were_not_there() {
        SiteRef mine = plein.aSite();
        SiteRef theirs = plein.aSite();
        PersonId administrator = aPerson();
        plein.get(GrantRole.class).inAgency(administrator, mine.agency(), Role.ADMINISTRATOR);

        as(administrator, () -> {
            assertThatThrownBy(() -> access().require(Permission.SITE_READ, theirs.id()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> access().require(Permission.SITE_READ, theirs.agency()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> access().require(Permission.PLATFORM_MANAGE))
                    .isInstanceOf(NotPermitted.class);
        });
    }

    @Test
    void a_colleague_of_one_agency_is_a_civil_servant_at_the_others() {
        SiteRef mine = plein.aSite();
        SiteRef theirs = plein.aSite();
        PersonId reader = aPerson();
        plein.get(GrantRole.class).inAgency(reader, mine.agency(), Role.READER);

        as(reader, () -> {
            assertThat(access().viewerOf(mine).audiences())
                    .containsExactlyInAnyOrder(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY);
            assertThat(access().viewerOf(theirs).audiences())
                    .containsExactlyInAnyOrder(Audience.EVERYONE, Audience.GOVERNMENT);
            assertThat(access().viewerOf(mine).mayReadHistory()).isFalse();
        });
    }

    @Test
    void a_token_speaks_for_its_person_until_it_expires_or_is_revoked() {
        PersonId person = aPerson();
        var token = plein.get(IssueToken.class).perform(person, "For a script", Optional.of(Duration.ofHours(1)));
        CallerOfToken callerOfToken = plein.get(CallerOfToken.class);

        assertThat(callerOfToken.perform(token.secret()).flatMap(Caller::person))
                .contains(person);
        assertThat(callerOfToken.perform(token.secret() + "x")).isEmpty();

        plein.get(RevokeToken.class).perform(person, token.id());
        assertThat(callerOfToken.perform(token.secret())).isEmpty();

        var shortLived = plein.get(IssueToken.class).perform(person, "Short", Optional.of(Duration.ofMinutes(1)));
        plein.clock().advance(Duration.ofMinutes(2));
        assertThat(callerOfToken.perform(shortLived.secret())).isEmpty();
    }

    @Test
    void somebody_else_can_not_revoke_my_token() {
        PersonId mine = aPerson();
        var token = plein.get(IssueToken.class).perform(mine, "Mine", Optional.empty());

        assertThatThrownBy(() -> plein.get(RevokeToken.class).perform(aPerson(), token.id()))
                .isInstanceOf(NotFound.class);
    }

    private PersonId aPerson() {
        return plein.get(AddPerson.class).perform("Somebody");
    }

    private void as(PersonId person, Runnable work) {
        plein.get(Calling.class).as(new Caller(Caller.Kind.PERSON, Optional.of(person), "Somebody"), work);
    }

    private Access access() {
        return plein.get(Access.class);
    }
}
