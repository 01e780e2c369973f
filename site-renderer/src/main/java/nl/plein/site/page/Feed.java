package nl.plein.site.page;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.plein.site.model.Entry;

/** A list as an Atom feed (RFC 4287): the newest twenty. */
final class Feed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int MOST = 20;
    private static final int SUMMARY = 280;

    private final Edition edition;
    private final Listing list;

    private Feed(Edition edition, Listing list) {
        this.edition = edition;
        this.list = list;
    }

    static String of(Edition edition, Listing list) {
        try {
            return new Feed(edition, list).written();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }

    private String written() throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        List<Entry> newest = list.items().subList(0, Math.min(MOST, list.items().size()));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", list.locale());
        element(xml, "title", list.title() + " · " + edition.site().name(list.locale()));
        element(xml, "id", edition.links().absolute(list.feedPath()));
        element(xml, "updated", updated(newest));
        link(xml, "self", list.feedPath());
        link(xml, "alternate", list.path());
        for (Entry entry : newest) {
            entry(xml, entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text + "\n";
    }

    private void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "title", entry.title());
        element(xml, "id", "urn:uuid:" + entry.id());
        link(xml, "alternate", entry.path());
        element(xml, "updated", moment(entry));
        if (!entry.publishedAt().isEmpty()) {
            element(xml, "published", full(entry.publishedAt()));
        }
        xml.writeStartElement("author");
        element(xml, "name", edition.site().name(list.locale()));
        xml.writeEndElement();
        Object summary = entry.fields().get("summary");
        Object words = summary == null ? entry.fields().get("body") : summary;
        if (words instanceof String said) {
            element(xml, "summary", RichText.plain(said, SUMMARY));
        }
        xml.writeEndElement();
    }

    /** The newest moment in it; a feed of nothing is as old as the site's day. */
    private String updated(List<Entry> entries) {
        return entries.stream()
                .map(Feed::moment)
                .max(String::compareTo)
                .orElse(edition.site().day() + "T00:00:00Z");
    }

    private static String moment(Entry entry) {
        return full(entry.updatedAt().isEmpty() ? entry.publishedAt() : entry.updatedAt());
    }

    private static String full(String moment) {
        return moment.isEmpty() ? "1970-01-01T00:00:00Z" : moment.length() == 10 ? moment + "T00:00:00Z" : moment;
    }

    private void link(XMLStreamWriter xml, String rel, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", edition.links().absolute(path));
    }

    /** Without the characters that XML 1.0 can't carry. */
    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", ""));
        xml.writeEndElement();
    }
}
