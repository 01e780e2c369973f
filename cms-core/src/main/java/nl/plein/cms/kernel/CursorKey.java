package nl.plein.cms.kernel;

/** The installation's key for signing cursors: the same on every node and after a restart. */
public interface CursorKey {
    /** @return at least 32 bytes */
    byte[] bytes();
}
