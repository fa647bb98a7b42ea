package cases.blockingincooperative.taskcalls;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import org.lockkeeper.annotations.*;

/** What tasks call, directly and through helpers. */
class Task {
  private final BlockingQueue<String> q = new LinkedBlockingQueue<>();
  private final CountDownLatch latch = new CountDownLatch(1);
  private final Lock lock = new ReentrantLock();
  private final Object mon = new Object();
  private final Semaphore sem = new Semaphore(3);

  @Cooperative
  void a() throws Exception {
    Thread.sleep(100); // want BlockingInCooperative "Thread.sleep"
    q.take(); // want BlockingInCooperative "BlockingQueue.take"
    q.poll();
    q.put("x"); // there is always room
    q.offer("x");
    latch.await(); // want BlockingInCooperative "CountDownLatch.await"
    sem.acquire(); // want BlockingInCooperative "Semaphore.acquire"
    sem.tryAcquire();
    TimeUnit.SECONDS.sleep(1); // want BlockingInCooperative "TimeUnit.sleep"
    synchronized (mon) {
      mon.wait(); // want BlockingInCooperative "Object.wait"
    }
    LockSupport.park(); // want BlockingInCooperative "LockSupport.park"
  }

  @Cooperative
  String io(InputStream in, Socket s) throws Exception {
    in.read(); // want BlockingInCooperative "InputStream.read"
    BufferedReader r = new BufferedReader(new InputStreamReader(s.getInputStream()));
    String line = r.readLine(); // want BlockingInCooperative "BufferedReader.readLine"
    Files.readAllLines(Path.of("x")); // want BlockingInCooperative "Files.readAllLines"
    InetAddress.getByName("x"); // want BlockingInCooperative "InetAddress.getByName"
    BufferedReader m = new BufferedReader(new StringReader("x"));
    m.readLine();
    new ByteArrayInputStream(new byte[0]).read();
    return line;
  }

  @Cooperative
  void futures(Future<String> f, CompletableFuture<String> cf, ExecutorService pool) throws Exception {
    f.get(); // want BlockingInCooperative "Future.get"
    cf.join(); // want BlockingInCooperative "CompletableFuture.join"
    if (f.isDone()) {
      f.get();
    }
    cf.thenAccept(System.out::println);
    cf.getNow("x");
    pool.submit(() -> f.get());
    pool.invokeAll(List.of()); // want BlockingInCooperative "ExecutorService.invokeAll"
    cf.get(1, TimeUnit.SECONDS); // want BlockingInCooperative "CompletableFuture.get"
    pool.awaitTermination(1, TimeUnit.MINUTES); // want BlockingInCooperative "ExecutorService.awaitTermination"
  }

  @Cooperative
  void deep() {
    helper1(); // want BlockingInCooperative "helper1"
  }

  private void helper1() {
    helper2();
  }

  private void helper2() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Blocking
  void declared() {}

  @NonBlocking
  void declaredNot() {
    helper1();
  }

  @Cooperative
  void callsDeclared(Thread t, Process p) throws Exception {
    declared(); // want BlockingInCooperative "Task.declared"
    declaredNot();
    t.join(); // want BlockingInCooperative "Thread.join"
    p.waitFor(); // want BlockingInCooperative "Process.waitFor"
  }

  @Cooperative
  void sql(Connection c) throws SQLException {
    try (PreparedStatement ps = c.prepareStatement("select 1"); // want BlockingInCooperative "Connection.prepareStatement"
        ResultSet rs = ps.executeQuery()) { // want BlockingInCooperative "PreparedStatement.executeQuery"
      while (rs.next()) { // want BlockingInCooperative "ResultSet.next"
        System.out.println(rs.getString(1));
      }
    }
  }

  @Cooperative
  void url() throws Exception {
    new URL("http://x").openStream().close(); // want BlockingInCooperative "URL.openStream"
    java.net.http.HttpClient h = java.net.http.HttpClient.newHttpClient();
    h.send(null, null); // want BlockingInCooperative "HttpClient.send"
    h.sendAsync(null, null);
    new Socket("x", 1); // want BlockingInCooperative "Socket"
  }

  @Cooperative
  void parallel(List<String> l) throws Exception {
    l.parallelStream().forEach(x -> {}); 
    ForkJoinPool.commonPool().invoke(null); // want BlockingInCooperative "ForkJoinPool.invoke"
    new Scanner(System.in).nextLine(); // want BlockingInCooperative "Scanner.nextLine"
    System.in.read(); // want BlockingInCooperative "InputStream.read"
    new CyclicBarrier(2).await(); // want BlockingInCooperative "CyclicBarrier.await"
    new Exchanger<String>().exchange("x"); // want BlockingInCooperative "Exchanger.exchange"
    new Phaser(1).arriveAndAwaitAdvance(); // want BlockingInCooperative "Phaser.arriveAndAwaitAdvance"
  }

  @Cooperative
  void lambdas(List<Path> l) {
    l.forEach(
        p -> {
          try {
            Files.delete(p); // want BlockingInCooperative "Files.delete"
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    l.forEach(this::sleepy); // want BlockingInCooperative "forEach"
    Supplier<String> s = () -> read(); // lazily
    new Thread(this::helper2).start();
    CompletableFuture.runAsync(this::helper2); // want BlockingInCooperative "helper2"
  }

  private void sleepy(Path p) {
    helper2();
  }

  private String read() {
    helper2();
    return "";
  }

  void register(@Cooperative Consumer<String> c) {}

  void regs() {
    register(s -> helper2()); // want BlockingInCooperative "helper2"
    register(this::onMessage); 
    register(
        new Consumer<>() {
          @Override
          public void accept(String s) {
            LockSupport.parkNanos(1000000000L); // want BlockingInCooperative "LockSupport.parkNanos"
          }
        });
  }

  void onMessage(String s) {
    helper2(); // want BlockingInCooperative "helper2"
  }
}

@Cooperative
class All {
  All() {
    sleep0();
  }

  private static void sleep0() {
    try {
      Thread.sleep(1000);  // want BlockingInCooperative "Thread.sleep"
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  class In {
    void x() throws Exception {
      Thread.sleep(1);
    }
  }

  @Blocking
  void y() throws Exception {
    Thread.sleep(1);
  }

  @SuppressFinding(value = "BlockingInCooperative", because = "start up only")
  void z() throws Exception {
    Thread.sleep(1);
  }
}

class Sub extends Par {
  @Override
  void run0() throws Exception {
    Thread.sleep(1); // want BlockingInCooperative "Thread.sleep"
  }
}

abstract class Par {
  @Cooperative
  abstract void run0() throws Exception;
}

class SwingUi extends javax.swing.JFrame {
  private final javax.swing.JButton b = new javax.swing.JButton("x");

  SwingUi() {
    b.addActionListener(
        e -> {
          try {
            Thread.sleep(1000); // want BlockingInCooperative "Thread.sleep"
          } catch (InterruptedException x) {
            Thread.currentThread().interrupt();
          }
        });
    b.addActionListener(
        new java.awt.event.ActionListener() {
          @Override
          public void actionPerformed(java.awt.event.ActionEvent e) {
            load(); // want BlockingInCooperative "load"
          }
        });
    javax.swing.SwingUtilities.invokeLater(this::load);  // want BlockingInCooperative "load"
    javax.swing.SwingUtilities.invokeLater(() -> new javax.swing.SwingWorker<String, Void>() {
      @Override
      protected String doInBackground() throws Exception {
        Thread.sleep(1000);
        return "x";
      }

      @Override
      protected void done() {
        try {
          setTitle(get());
          Thread.sleep(10); // want BlockingInCooperative "Thread.sleep"
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }.execute());
  }

  void load() {
    try {
      Files.readAllBytes(Path.of("x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
