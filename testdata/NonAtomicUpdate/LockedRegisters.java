package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;

/** Objects that tasks use under a lock beside them, of a class that others use without. */
class LockedRegisters {
  static class Names {
    private String[] all = new String[8];
    private int size;

    void add(String name) {
      if (size == all.length) {
        all = java.util.Arrays.copyOf(all, 2 * size);
      }
      all[size++] = name;
    }

    int size() {
      return size;
    }
  }

  static class Sums {
    private int sum;

    void add(int n) {
      sum += n; // want NonAtomicUpdate "sum"
    }

    int sum() {
      return sum;
    }
  }

  static class Server {
    Names names = new Names();
    Sums sums = new Sums();
    final Object registers = new Object();

    void accept(List<String> clients) {
      for (String client : clients) {
        new Thread(new Session(this, client)).start();
      }
    }

    void watch() {
      new Thread(new Watch(this)).start();
    }

    int connected() {
      synchronized (registers) {
        return names.size();
      }
    }
  }

  static class Session implements Runnable {
    private final Server server;
    private final String client;

    Session(Server server, String client) {
      this.server = server;
      this.client = client;
    }

    @Override
    public void run() {
      synchronized (server.registers) {
        server.names.add(client);
        server.sums.add(client.length());
      }
    }
  }

  /** Does not lock. */
  static class Watch implements Runnable {
    private final Server server;

    Watch(Server server) {
      this.server = server;
    }

    @Override
    public void run() {
      server.sums.add(1);
    }
  }

  static int distinct(List<String> words) {
    Names seen = new Names();
    Sums lengths = new Sums();
    for (String word : words) {
      seen.add(word);
      lengths.add(word.length());
    }
    return seen.size() * lengths.sum();
  }

  static List<Integer> sizes(List<List<String>> lists) {
    List<Integer> sizes = new ArrayList<>();
    for (List<String> list : lists) {
      sizes.add(distinct(list));
    }
    return sizes;
  }
}
