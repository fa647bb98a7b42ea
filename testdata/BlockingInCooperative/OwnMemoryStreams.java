package cases.blockingincooperative;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.SocketChannel;
import org.lockkeeper.annotations.Cooperative;

/** Streams that a program makes itself: over text in memory, or over something that waits. */
public class OwnMemoryStreams {

  /** A {@code StringWriter} without its lock. */
  static class Text extends Writer {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] chars, int from, int length) {
      text.append(chars, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** What is written goes to a peer. */
  static class Sent extends OutputStream {
    private final SocketChannel channel;
    private final byte[] buffer = new byte[64];

    Sent(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int b) throws IOException {
      buffer[0] = (byte) b;
      channel.write(java.nio.ByteBuffer.wrap(buffer, 0, 1));
    }
  }

  @Cooperative
  String told(Throwable failure) {
    Text text = new Text();
    PrintWriter out = new PrintWriter(text);
    out.print(failure.getClass().getName());
    out.println();
    return text.toString();
  }

  @Cooperative
  void send(Throwable failure, SocketChannel peer) {
    PrintWriter out = new PrintWriter(new Sent(peer));
    out.println(failure); // want BlockingInCooperative "println"
  }
}
