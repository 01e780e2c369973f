package nl.plein.cms.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.plein.cms.kernel.Invalid;

/**
 * Reads a WordPress export (WXR 1.0 to 1.2: RSS 2.0 with elements of WordPress) item by item; never more than one is in memory.
 * External entities and document types are not looked at.
 */
final class WordPressReader {

    /** Characters of one element. */
    static final int LONGEST = 4 << 20;

    private static final int MOST_OF_ONE_ITEM = 10_000;
    private static final int MOST_ITEMS = 100_000;
    private static final int MOST_RECORDS = 20_000;

    /** Characters of one item, and of all that stands outside items: what is in memory together. */
    private static final int LONGEST_ITEM = 8 << 20;

    private static final int MOST_NAMES = 1_000;
    private static final int DEEPEST = 200;

    private final XMLStreamReader xml;
    private final String file;
    private final Map<String, String> channel = new HashMap<>();
    private final List<Map<String, String>> records = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int itemsRead;
    private int length;
    private int lengthOfHead;

    private WordPressReader(InputStream in, String file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.xml = factory.createXMLStreamReader(new BoundedXml(in));
        this.file = file;
    }

    /**
     * What an export says before and between its items.
     *
     * @param channel texts by element
     * @param records authors, categories and tags: texts by element
     */
    record Head(Map<String, String> channel, List<Map<String, String>> records) {}

    /**
     * Reads the whole export.
     *
     * @throws Invalid {@code bad-wordpress-export} if it is no well-formed XML, or no export of a version that is known
     */
    static Head read(InputStream in, String file, Consumer<WordPressItem> items) {
        try {
            var reader = new WordPressReader(in, file);
            reader.all(items);
            return new Head(reader.channel, reader.records);
        } catch (XMLStreamException e) {
            throw new Invalid(
                    "bad-wordpress-export",
                    "The file " + file + " is no well-formed XML at line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNumber())
                            + ". Nothing was imported: export the site again, or mend the file.");
        }
    }

    private void all(Consumer<WordPressItem> items) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (name()) {
                case "rss", "channel" -> {
                    // what is inside is read below
                }
                case "item" -> {
                    refuseUnknownVersion();
                    refuseMore(++itemsRead, MOST_ITEMS, "items");
                    length = 0;
                    items.accept(item());
                }
                case "wp:author", "wp:category", "wp:tag", "wp:term" -> {
                    length = lengthOfHead;
                    records.add(record());
                    lengthOfHead = length;
                    refuseMore(records.size(), MOST_RECORDS, "authors and terms");
                }
                default -> {
                    length = lengthOfHead;
                    text().ifPresent(text -> channel.putIfAbsent(text.element(), text.value()));
                    lengthOfHead = length;
                }
            }
        }
        refuseUnknownVersion();
    }

    private void refuseMore(int count, int most, String what) {
        if (count > most) {
            throw new Invalid(
                    "bad-wordpress-export",
                    "The file " + file + " has more than " + most + " " + what
                            + ". Nothing was imported: export the site in parts, with Tools, Export.");
        }
    }

    private void refuseUnknownVersion() {
        if (!channel.getOrDefault("wp:wxr_version", "").strip().matches("1\\.[0-9]")) {
            throw new Invalid(
                    "bad-wordpress-export",
                    "The file " + file + " names no version of the WordPress export format (wp:wxr_version 1.0 to 1.2)."
                            + " Nothing was imported: export the site again with Tools, Export.");
        }
    }

    private WordPressItem item() throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        List<WordPressItem.Term> terms = new ArrayList<>();
        Map<String, String> meta = new HashMap<>();
        List<Map<String, String>> comments = new ArrayList<>();
        int elements = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            refuseMore(++elements, MOST_ITEMS, "elements in one item");
            switch (name()) {
                case "category" -> {
                    String domain = attribute("domain");
                    String slug = attribute("nicename");
                    String name = text().map(Text::value).orElse("");
                    if (terms.size() < MOST_OF_ONE_ITEM) {
                        terms.add(new WordPressItem.Term(domain, slug, name));
                    }
                }
                case "wp:postmeta" -> {
                    Map<String, String> pair = record();
                    if (meta.size() < MOST_OF_ONE_ITEM) {
                        meta.putIfAbsent(pair.getOrDefault("wp:meta_key", ""), pair.getOrDefault("wp:meta_value", ""));
                    }
                }
                case "wp:comment" -> {
                    Map<String, String> comment = record();
                    if (comments.size() < MOST_OF_ONE_ITEM) {
                        comments.add(comment);
                    }
                }
                default -> text().ifPresent(text -> texts.putIfAbsent(text.element(), text.value()));
            }
        }
        return new WordPressItem(texts, terms, meta, comments);
    }

    /** The texts of the elements inside this one; what lies deeper is passed over. */
    private Map<String, String> record() throws XMLStreamException {
        Map<String, String> record = new HashMap<>();
        record.put("", name());
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                text().ifPresent(text -> record.putIfAbsent(text.element(), text.value()));
            }
        }
        return record;
    }

    private record Text(String element, String value) {}

    /** The text of this element and nothing of what lies deeper; empty if it is too long. */
    private Optional<Text> text() throws XMLStreamException {
        String element = name();
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    name();
                    refuseMore(++depth, DEEPEST, "elements inside each other");
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1 && text.length() <= LONGEST && length <= LONGEST_ITEM) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        length += xml.getTextLength();
                    }
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return text.length() > LONGEST || length > LONGEST_ITEM
                ? Optional.empty()
                : Optional.of(new Text(element, text.toString()));
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** With the prefix that exports always use. */
    private String name() {
        String prefix = xml.getPrefix();
        String name = prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
        names.add(name);
        refuseMore(names.size(), MOST_NAMES, "names of elements");
        return name;
    }
}
