package nl.plein.cms.media;

import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Slug;

/** What was found out about bytes that were stored. @param file a safe name, whose extension follows the content */
record NewFile(String file, String mediaType, long size, String sha256, int width, int height) {

    /**
     * @param name the sender's file name; only its letters and digits are kept
     * @throws Invalid {@code file-too-large}, {@code file-empty}
     */
    static NewFile of(BlobStore blobs, String name, BlobStore.Stored stored) {
        if (stored.size() == 0) {
            throw new Invalid("file-empty", "The file is empty: choose another one.");
        }
        if (stored.size() > StoreAsset.LARGEST) {
            throw new Invalid(
                    "file-too-large", "The file is larger than 100 MiB: make it smaller or share it elsewhere.");
        }
        FileType type = FileType.of(blobs, stored.sha256());
        return new NewFile(
                safeName(name, type.extension()),
                type.mediaType(),
                stored.size(),
                stored.sha256(),
                type.width(),
                type.height());
    }

    private static String safeName(String name, String extension) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return Slug.of(dot > 0 ? last.substring(0, dot) : last) + "." + extension;
    }
}
