package cases.blockingincooperative;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import org.lockkeeper.annotations.Cooperative;

/** Streams in fields are over memory where all that is put there is. */
public class KeptStreams {
  private final StringWriter buffer = new StringWriter();
  private final PrintWriter page = new PrintWriter(buffer);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream data = new DataOutputStream(bytes);
  private final PrintWriter log;
  private final Writer given;
  private BufferedReader text = new BufferedReader(new StringReader("a\nb"));
  private BufferedReader either;
  private ObjectOutputStream objects;

  KeptStreams(File log, Writer given) throws IOException {
    this.log = new PrintWriter(new FileWriter(log));
    this.given = new BufferedWriter(given);
  }

  void read(String from) {
    text = new BufferedReader(new StringReader(from));
    either = text;
  }

  void read(File from) throws IOException {
    either = new BufferedReader(new FileReader(from));
  }

  @Cooperative
  String render(String line) throws IOException {
    page.println(line);
    page.flush();
    data.writeInt(line.length());
    return text.readLine() + buffer;
  }

  @Cooperative
  byte[] serialize(Object what) throws IOException {
    objects = new ObjectOutputStream(bytes);
    objects.writeObject(what);
    objects.flush();
    return bytes.toByteArray();
  }

  @Cooperative
  void save(String line) throws IOException {
    log.println(line); // want BlockingInCooperative "println"
    given.write(line); // want BlockingInCooperative "write"
    either.readLine(); // want BlockingInCooperative "readLine"
  }

  static final class Page {
    private final PrintWriter out;
    private final StringWriter text = new StringWriter();

    Page() {
      out = new PrintWriter(text, true);
    }
  }

  @Cooperative
  String through(Page page) {
    page.out.println("over");
    return page.text.toString();
  }
}
