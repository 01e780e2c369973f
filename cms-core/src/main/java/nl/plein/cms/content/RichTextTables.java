package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.plein.cms.content.RichTextFlow.Scope;
import nl.plein.cms.content.RichTextInline.Marks;
import nl.plein.cms.content.RichTextNode.Element;

/** Reads a table: caption, rows of the head, rows of the body (rows of a foot come last). */
final class RichTextTables {

    private final Scope scope;
    private final Marks marks;

    RichTextTables(Scope scope, Marks marks) {
        this.scope = scope;
        this.marks = marks;
    }

    List<RichTextNode> read(org.jsoup.nodes.Element table) {
        List<RichTextNode> caption = new ArrayList<>();
        List<RichTextNode> head = new ArrayList<>();
        List<RichTextNode> body = new ArrayList<>();
        List<RichTextNode> foot = new ArrayList<>();
        for (org.jsoup.nodes.Element part : table.children()) {
            switch (part.normalName()) {
                case "caption" -> addCaption(part, caption);
                case "thead" -> addRows(part, head);
                case "tfoot" -> addRows(part, foot);
                case "tr" -> addRow(part, body);
                default -> addRows(part, body);
            }
        }
        body.addAll(foot);
        return written(RichTextAttributes.ofBlock(table, scope.inherited()), caption, head, body);
    }

    private static List<RichTextNode> written(
            Map<String, String> attributes,
            List<RichTextNode> caption,
            List<RichTextNode> head,
            List<RichTextNode> body) {
        if (head.isEmpty() && body.isEmpty()) {
            return caption.stream()
                    .map(c -> (RichTextNode) new Element("p", attributes, ((Element) c).content()))
                    .toList();
        }
        List<RichTextNode> content = new ArrayList<>(caption);
        if (!head.isEmpty()) {
            content.add(new Element("thead", Map.of(), head));
        }
        if (!body.isEmpty()) {
            content.add(new Element("tbody", Map.of(), body));
        }
        return List.of(new Element("table", attributes, content));
    }

    private void addCaption(org.jsoup.nodes.Element part, List<RichTextNode> caption) {
        RichTextFlow flow = new RichTextFlow(scope.line());
        flow.readAll(part.childNodes(), marks);
        List<RichTextNode> line = flow.line();
        if (!line.isEmpty() && caption.isEmpty()) {
            caption.add(new Element("caption", RichTextAttributes.ofBlock(part, Map.of()), line));
        }
    }

    private void addRows(org.jsoup.nodes.Element part, List<RichTextNode> rows) {
        for (org.jsoup.nodes.Element row : part.children()) {
            if (row.normalName().equals("tr") && !RichTextFlow.isUnseen(row)) {
                addRow(row, rows);
            }
        }
    }

    private void addRow(org.jsoup.nodes.Element row, List<RichTextNode> rows) {
        List<RichTextNode> cells = new ArrayList<>();
        for (org.jsoup.nodes.Element cell : row.children()) {
            if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                cells.add(cell(cell));
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new Element("tr", RichTextAttributes.ofBlock(row, Map.of()), cells));
        }
    }

    private Element cell(org.jsoup.nodes.Element cell) {
        RichTextFlow flow = new RichTextFlow(scope.inside());
        flow.readAll(cell.childNodes(), marks);
        Map<String, String> attributes = RichTextAttributes.ofCell(cell, RichTextAttributes.ofBlock(cell, Map.of()));
        return new Element(cell.normalName(), attributes, RichTextBlocks.bareIfSingle(flow.blocks()));
    }
}
