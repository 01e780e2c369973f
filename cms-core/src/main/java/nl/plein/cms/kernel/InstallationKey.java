package nl.plein.cms.kernel;

/**
 * The installation's key for what it hands out to be brought back, cursors and tags of answers: the same on every node and
 * after a restart, another one after a restore.
 */
public interface InstallationKey {
    /** @return at least 32 bytes */
    byte[] bytes();
}
