package cases.lockorderinversion;

import java.util.LinkedHashMap;
import java.util.Map;

/** Flow control of a connection with streams: both count under their own monitors. */
public class StreamWindows {

  static class Connection {
    private final Map<Integer, Stream> backlog = new LinkedHashMap<>();
    private long window = 65_535;

    synchronized long reserve(Stream stream, int wanted) {
      if (window >= wanted) {
        window -= wanted;
        return wanted;
      }
      backlog.put(stream.id, stream);
      return 0;
    }

    void increment(int by) {
      synchronized (this) {
        window += by;
        release(); // want LockOrderInversion "release"
      }
    }

    /** Called by {@link #increment} alone, with the connection locked. */
    private void release() {
      for (Stream stream : backlog.values()) {
        synchronized (stream) {
          stream.granted = true;
          stream.notifyAll();
        }
      }
      backlog.clear();
    }
  }

  static class Stream {
    private final int id;
    private final Connection connection;
    private boolean granted;

    Stream(int id, Connection connection) {
      this.id = id;
      this.connection = connection;
    }

    synchronized boolean write(int length) {
      granted = false;
      return connection.reserve(this, length) == length;
    }
  }
}
