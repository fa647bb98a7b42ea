package cases.blockingincooperative;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.Cooperative;

/** Neighbours of blocking methods, in the same classes, that do not block. */
@Cooperative
public class HarmlessCalls {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  int addresses() throws IOException {
    InetAddress local = InetAddress.getLoopbackAddress();
    InetAddress known = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
    InetSocketAddress later = InetSocketAddress.createUnresolved("db.example.com", 5432);
    URI page = URI.create("https://example.com/index.html");
    return later.getPort() + page.getPort() + local.getAddress().length + known.hashCode();
  }

  Path paths(String name) {
    return Path.of("data").resolve(name).normalize();
  }

  /** Somebody else is told. */
  void signals(Object monitor, CompletableFuture<String> answer, Phaser phaser, Thread other) {
    synchronized (monitor) {
      monitor.notifyAll();
    }
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    answer.complete("done");
    phaser.arrive();
    other.interrupt();
  }

  void executors(ExecutorService pool, ScheduledExecutorService timer, Future<?> running) {
    pool.execute(() -> {});
    timer.schedule(() -> {}, 10, TimeUnit.SECONDS);
    running.cancel(true);
    pool.shutdown();
  }

  List<String> queues(BlockingQueue<String> lines) {
    List<String> taken = new ArrayList<>();
    lines.drainTo(taken);
    lines.offer("again");
    return taken;
  }

  /** Non-blocking channels answer at once. */
  int channels(Selector selector, InetSocketAddress peer) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    if (!channel.connect(peer)) {
      return selector.selectNow();
    }
    return channel.read(ByteBuffer.allocate(512));
  }

  String values(byte[] raw) {
    String text = new String(raw, StandardCharsets.UTF_8);
    return String.format("%s at %s", text, Instant.now().plus(Duration.ofMillis(5)));
  }

  boolean attempts(Lock other) {
    if (other.tryLock()) {
      try {
        return true;
      } finally {
        other.unlock();
      }
    }
    return false;
  }

  /** A number is an address already. */
  InetSocketAddress number(boolean local) throws IOException {
    InetAddress own = InetAddress.getByName("::1");
    return local ? new InetSocketAddress("127.0.0.1", 9042) : new InetSocketAddress(own, 9042);
  }

  InetSocketAddress name() {
    return new InetSocketAddress("node.example", 9042); // want BlockingInCooperative "InetSocketAddress"
  }
}
