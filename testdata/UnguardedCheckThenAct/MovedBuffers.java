package cases.unguardedcheckthenact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** A buffer has one position: who moves it without a lock is alone. */
public class MovedBuffers {
  /** Parses what one connection brings. */
  public static class HeaderParser {
    private ByteBuffer input = ByteBuffer.allocate(1024);
    private volatile ByteBuffer header = ByteBuffer.allocate(64);
    private volatile int stream = -1;
    private volatile boolean closed;
    private volatile Runnable listener;

    void start(int id) {
      stream = id;
    }

    void more(int size, boolean last) {
      if (stream == -1) {
        throw new IllegalStateException("no header to go on with");
      }
      payload(size);
      if (last) {
        stream = -1;
      }
    }

    private void payload(int size) {
      if (header.remaining() < size) {
        ByteBuffer wider = ByteBuffer.allocate(header.capacity() + size);
        header.flip();
        wider.put(header);
        header = wider;
      }
      for (int i = 0; i < size; i++) {
        header.put(input.get());
      }
    }

    /** Whoever likes to closes it. */
    void close(WritableByteChannel channel) throws IOException {
      if (!closed) {
        closed = true; // want UnguardedCheckThenAct "closed"
        channel.close();
      }
    }

    /** To ask how much there is moves nothing. */
    void listen(Runnable next) {
      if (listener == null && input.hasRemaining() && input.position() > 0) {
        listener = new Thread(next); // want UnguardedCheckThenAct "listener"
      }
    }
  }

  /** A buffer that is used under a lock is for many threads. */
  public static class Journal {
    private final ByteBuffer pending = ByteBuffer.allocate(1024);
    private volatile StringBuilder error;

    void append(byte[] record) {
      synchronized (pending) {
        pending.put(record);
      }
    }

    void appendLate(byte[] record) {
      if (error == null) {
        pending.put(record);
        error = new StringBuilder("late"); // want UnguardedCheckThenAct "error"
      }
    }
  }

  /** The buffer is the caller's. */
  public static class Sink {
    private volatile StringBuilder name;

    void write(ByteBuffer from, byte[] to) {
      if (name == null) {
        name = new StringBuilder(); // want UnguardedCheckThenAct "name"
      }
      from.get(to);
    }
  }

  /** A helper of nothing but such steps is a part of them. */
  public static class TextConsumer {
    private final CharBuffer text = CharBuffer.allocate(1024);
    private volatile CharsetDecoder decoder;
    private volatile StringBuilder names;

    void consume(ByteBuffer from) {
      decoder().decode(from, text, false);
      names().append('+');
      text.flip();
      text.clear();
    }

    void end() {
      decoder().flush(text);
      text.clear();
    }

    private CharsetDecoder decoder() {
      if (decoder == null) {
        decoder = StandardCharsets.UTF_8.newDecoder();
      }
      return decoder;
    }

    String describe() {
      return names().toString();
    }

    private StringBuilder names() {
      if (names == null) {
        names = new StringBuilder(); // want UnguardedCheckThenAct "names"
      }
      return names;
    }
  }
}
