package cases.blockingincooperative;

import java.io.ByteArrayInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.lockkeeper.annotations.Cooperative;

/** A helper reads what it is given: whether it waits depends on who gives what. */
public class HandedStreams {

  static String readAll(Reader reader) {
    StringBuilder text = new StringBuilder();
    try {
      char[] buffer = new char[2048];
      for (int n = reader.read(buffer, 0, buffer.length); n >= 0; ) {
        text.append(buffer, 0, n);
        n = reader.read(buffer, 0, buffer.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static String trimmed(Reader reader) {
    return readAll(reader).trim();
  }

  static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[2048];
    int n = from.read(buffer);
    to.write(buffer, 0, n);
  }

  @Cooperative
  String decode(byte[] body) throws IOException {
    Reader reader =
        new InputStreamReader(
            new GZIPInputStream(new ByteArrayInputStream(body)), StandardCharsets.UTF_8);
    return readAll(reader);
  }

  @Cooperative
  String parse(String text) {
    return trimmed(new StringReader(text));
  }

  @Cooperative
  String load(String file) throws IOException {
    Reader reader = new FileReader(file); // want BlockingInCooperative "FileReader"
    return trimmed(reader); // want BlockingInCooperative "trimmed"
  }

  @Cooperative
  String receive(Socket socket) throws IOException {
    InputStream packed = new GZIPInputStream(socket.getInputStream());
    return readAll(new InputStreamReader(packed, StandardCharsets.UTF_8)); // want BlockingInCooperative "readAll"
  }

  @Cooperative
  void reply(byte[] body, Socket socket) throws IOException {
    copy(new ByteArrayInputStream(body), socket.getOutputStream()); // want BlockingInCooperative "copy"
  }
}
