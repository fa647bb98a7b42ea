package cases.nonatomicupdate;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server gives itself to the handlers that it starts. */
public class HandlersOfAServer {
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final ExecutorService single = Executors.newSingleThreadExecutor();
  private int requests;
  private int locked;
  private int logged;
  private int counted;

  void serve(ServerSocket port) throws IOException {
    while (!port.isClosed()) {
      Handler handler = new Handler(port.accept(), this);
      pool.execute(handler);
      single.execute(new Log(this));
      pool.execute(new Locked(this));
    }
  }

  synchronized void lock() {
    locked++;
  }

  static class Handler implements Runnable {
    private final Socket peer;
    private final HandlersOfAServer server;
    private int own;

    Handler(Socket peer, HandlersOfAServer server) {
      this.peer = peer;
      this.server = server;
    }

    @Override
    public void run() {
      own++;
      server.requests++; // want NonAtomicUpdate "server.requests"
      server.lock();
      System.out.println(peer);
    }
  }

  static class Log implements Runnable {
    private final HandlersOfAServer server;

    Log(HandlersOfAServer server) {
      this.server = server;
    }

    @Override
    public void run() {
      server.logged++;
    }
  }

  /** Each handler has a monitor of its own, which keeps none of the others out. */
  static class Locked implements Runnable {
    private final HandlersOfAServer server;

    Locked(HandlersOfAServer server) {
      this.server = server;
    }

    @Override
    public synchronized void run() {
      count();
    }

    private void count() {
      server.counted++; // want NonAtomicUpdate "counted"
    }
  }
}
