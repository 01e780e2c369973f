package nl.plein.site.template;

import java.util.AbstractList;

/** What is not there, for templates: prints nothing, is false in an if, is empty in a for, and so are all its members. */
public final class Absent extends AbstractList<Object> {
    public static final Absent VALUE = new Absent();

    private Absent() {}

    @Override
    public Object get(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
