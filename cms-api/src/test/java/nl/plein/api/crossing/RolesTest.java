package nl.plein.api.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Role;
import org.junit.jupiter.api.Test;

/** The table of roles says what the code says, and the document asks for nothing that is not in it. */
class RolesTest {

    @Test
    void roles_have_the_permissions_that_the_table_declares() {
        Map<String, Set<String>> roles = new TreeMap<>();
        for (Role role : Role.values()) {
            roles.put(
                    role.key(),
                    Arrays.stream(Permission.values())
                            .filter(role::allows)
                            .map(Permission::key)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        assertThat(DeclaredRoles.byRole()).isEqualTo(roles);
        assertThat(DeclaredRoles.permissions())
                .isEqualTo(Arrays.stream(Permission.values())
                        .map(Permission::key)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void routes_take_permissions_that_there_are() {
        for (Rule rule : Rule.all()) {
            assertThat(DeclaredRoles.permissions()).as(rule.route().toString()).containsAll(rule.permissions());
            assertThat(rule.isForEverybody() && !rule.permissions().isEmpty())
                    .as(rule.route() + " is for everybody")
                    .isFalse();
        }
    }

    @Test
    void the_matrix_tells_roles_apart() {
        Rule publish = rule("POST /manage/v1/sites/{site}/publications");
        Rule delete = rule("DELETE /manage/v1/sites/{site}");

        assertThat(publish.of(Actor.NOBODY)).isEqualTo(Verdict.UNKNOWN_CALLER);
        assertThat(publish.of(Actor.EDITOR)).isEqualTo(Verdict.NOT_PERMITTED);
        assertThat(publish.of(Actor.ADMINISTRATOR_OF_ANOTHER_SITE)).isEqualTo(Verdict.NOT_PERMITTED);
        assertThat(publish.of(Actor.ADMINISTRATOR_OF_ANOTHER_AGENCY)).isEqualTo(Verdict.NOT_THERE);
        assertThat(publish.of(Actor.PUBLISHER)).isEqualTo(Verdict.MAY);
        assertThat(delete.of(Actor.ADMINISTRATOR_OF_SITE)).isEqualTo(Verdict.NOT_PERMITTED);
        assertThat(delete.of(Actor.ADMINISTRATOR_OF_AGENCY)).isEqualTo(Verdict.MAY);
    }

    private static Rule rule(String route) {
        return Rule.all().stream()
                .filter(rule -> rule.route().toString().equals(route))
                .findFirst()
                .orElseThrow();
    }
}
