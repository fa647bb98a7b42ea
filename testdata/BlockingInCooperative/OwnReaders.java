package cases.blockingincooperative;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Streams of one's own whose steps wait for nothing, whatever fields they have. */
public class OwnReaders {

  /** Reads an array, and knows how to make objects of it. */
  static class Frames extends InputStream {
    private final UnaryOperator<String> names;
    private byte[] data;
    private int at;

    Frames(byte[] data, UnaryOperator<String> names) {
      this.data = data;
      this.names = names;
    }

    @Override
    public int read() {
      return at < data.length ? data[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int n = rest(length);
      System.arraycopy(data, at, into, from, n);
      at += n;
      return n == 0 ? -1 : n;
    }

    private int rest(int wanted) {
      return Math.min(wanted, data.length - at);
    }

    String name(int length) throws IOException {
      byte[] text = new byte[length];
      if (read(text) < length) {
        throw new EOFException();
      }
      return names.apply(new String(text));
    }
  }

  /** Over a buffer. */
  static final class Buffered extends InputStream {
    private final ByteBuffer buffer;

    Buffered(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public int read() {
      return buffer.hasRemaining() ? buffer.get() & 0xff : -1;
    }
  }

  /** Over another stream, which may be any. */
  static final class Counting extends InputStream {
    private final InputStream in;
    private long count;

    Counting(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      count++;
      return in.read();
    }
  }

  /** One that others may extend, and one does. */
  static class Parts extends InputStream {
    @Override
    public int read() throws IOException {
      return -1;
    }
  }

  /** Waits where what is above it does not. */
  static final class LateParts extends Parts {
    private final InputStream in;

    LateParts(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }
  }

  private final Frames frames;
  private final Buffered buffered;
  private final Counting counting;
  private final Parts parts;

  OwnReaders(Frames frames, Buffered buffered, Counting counting, Parts parts) {
    this.frames = frames;
    this.buffered = buffered;
    this.counting = counting;
    this.parts = parts;
  }

  CompletableFuture<String> name(CompletableFuture<Integer> length) {
    return length.thenApply(
        n -> {
          try {
            return frames.name(n);
          } catch (IOException e) {
            return "";
          }
        });
  }

  CompletableFuture<Integer> filled(CompletableFuture<byte[]> room) {
    return room.thenApply(
        bytes -> {
          try {
            return frames.read(bytes) + buffered.read(bytes);
          } catch (IOException e) {
            return 0;
          }
        });
  }

  CompletableFuture<Integer> counted(CompletableFuture<byte[]> room) {
    return room.thenApply(
        bytes -> {
          try {
            return counting.read(bytes); // want BlockingInCooperative "read"
          } catch (IOException e) {
            return 0;
          }
        });
  }

  CompletableFuture<Integer> parted(CompletableFuture<byte[]> room) {
    return room.thenApply(
        bytes -> {
          try {
            return parts.read(bytes); // want BlockingInCooperative "read"
          } catch (IOException e) {
            return 0;
          }
        });
  }
}
