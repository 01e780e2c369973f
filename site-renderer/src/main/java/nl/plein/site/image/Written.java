package nl.plein.site.image;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as bytes: pixels in sRGB, nothing else. */
final class Written {
    private static final float WEBP_QUALITY = 0.80f;
    private static final float JPEG_QUALITY = 0.82f;
    private static final boolean WEBP = loads();

    private Written() {}

    /** Whether the encoder, which is native code, is there for this machine. */
    static boolean hasWebp() {
        return WEBP;
    }

    static byte[] as(Format format, BufferedImage picture) throws IOException {
        return format == Format.WEBP ? webp(picture) : jpeg(picture);
    }

    private static byte[] webp(BufferedImage picture) throws IOException {
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(param.getCompressionTypes()[WebPWriteParam.LOSSY_COMPRESSION]);
        param.setCompressionQuality(WEBP_QUALITY);
        return bytes(new WebPImageWriterSpi().createWriterInstance(null), param, on(picture, type));
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(JPEG_QUALITY);
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return bytes(writer, param, on(picture, BufferedImage.TYPE_INT_RGB));
    }

    private static BufferedImage on(BufferedImage picture, int type) {
        if (picture.getType() == type) {
            return picture;
        }
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D canvas = copy.createGraphics();
        if (type == BufferedImage.TYPE_INT_RGB) {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        }
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return copy;
    }

    private static byte[] bytes(ImageWriter writer, ImageWriteParam param, BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static boolean loads() {
        try {
            return webp(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)).length > 0;
        } catch (IOException | RuntimeException | LinkageError notHere) {
            return false;
        }
    }
}
