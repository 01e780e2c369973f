package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import tools.jackson.databind.JsonNode;

/** A town with an intranet beside its site, and people who sign in. There is no mail server, so links are handed over. */
final class Colleagues {

    static final String PASSWORD = "drie eenden op het plein";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Town town = new Town();
    final String intranet = town.id + "-intranet";
    final String host = intranet + ".example";

    /** @param person its id */
    record Account(String person, String mail) {}

    Colleagues() {
        Town.made(town.administrator.post(
                "/manage/v1/agencies/" + town.id + "/sites",
                "{\"id\":\"" + intranet + "\",\"name\":\"Intranet\",\"locales\":[\"nl\"],\"hosts\":[\"" + host
                        + "\",\"www." + host + "\"],\"audiences\":[\"agency\"]}"));
        String manage = "/manage/v1/sites/" + intranet;
        String entry = Town.made(
                        town.publisher.post(
                                manage + "/entries",
                                "{\"type\":\"news\",\"locale\":\"nl\",\"audience\":\"agency\",\"fields\":{\"title\":\"Lunch\"}}"))
                .json()
                .path("entry")
                .asString();
        long version = town.publisher
                .with("If-Match", "*")
                .post(manage + "/publications", "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}")
                .json()
                .path("version")
                .asLong();
        Town.await(
                () -> town.publisher.get(manage),
                answer -> answer.json().path("liveVersion").asLong(0) >= version);
    }

    /** Somebody with a password. */
    Account colleague(String role) {
        String mail = "noor" + NUMBER.incrementAndGet() + "@" + host;
        JsonNode added = Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members",
                        "{\"name\":\"Noor de Wit\",\"role\":\"" + role + "\",\"mail\":\"" + mail + "\"}"))
                .json();
        assertThat(added.has("secret")).isFalse();
        Visitor invited = visitor();
        URI link = URI.create(added.path("link").asString());
        Client.Answer page = invited.ask(invited.platform(), link.getRawPath() + "?" + link.getRawQuery());
        assertThat(page.text()).contains("Welkom Noor de Wit");
        assertThat(invited.send("/identity/password", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(303);
        return new Account(added.path("person").asString(), mail);
    }

    Visitor visitor() {
        return new Visitor(RunningServer.shared());
    }

    /** Somebody who has signed in and reads the intranet. */
    Visitor signedIn(Account account) {
        Visitor visitor = visitor();
        visitor.open(host, "/nieuws/lunch");
        signIn(visitor, account, PASSWORD);
        visitor.follow();
        return visitor;
    }

    Client.Answer signIn(Visitor visitor, Account account, String password) {
        return visitor.send("/identity/sign-in", Map.of("mail", account.mail(), "password", password));
    }
}
