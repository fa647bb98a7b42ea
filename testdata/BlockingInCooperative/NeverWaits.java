package cases.blockingincooperative;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.lockkeeper.annotations.Cooperative;

/** Looks like waiting, and is not. */
@Cooperative
public class NeverWaits {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore permits = new Semaphore(4);
  private final CountDownLatch latch = new CountDownLatch(1);
  private String title = "";

  /** Streams in memory. */
  byte[] encode(int id, String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeInt(id);
    data.writeUTF(name);
    data.flush();
    return bytes.toByteArray();
  }

  byte[] zip(byte[] raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(raw);
    }
    return bytes.toByteArray();
  }

  byte[] serialize(List<String> names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ArrayList<>(names));
    }
    return bytes.toByteArray();
  }

  int first(byte[] raw) throws IOException {
    InputStream in = new ByteArrayInputStream(raw);
    return in.read();
  }

  String firstLine(String text) throws IOException {
    try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
      return reader.readLine();
    }
  }

  String render(String body) throws IOException {
    Writer writer = new StringWriter();
    writer.write(body);
    writer.append('!');
    return writer.toString();
  }

  Properties parse(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }

  int scan(String text) {
    return new Scanner(text).nextInt();
  }

  /** Asked first whether it is there. */
  String ready(Future<String> answer) throws InterruptedException, ExecutionException {
    if (answer.isDone()) {
      return answer.get();
    }
    return "";
  }

  String notReady(CompletableFuture<String> answer) {
    if (!answer.isDone() || answer.isCompletedExceptionally()) {
      return "";
    }
    return answer.join();
  }

  String now(CompletableFuture<String> answer) {
    return answer.getNow("");
  }

  String done(String value) {
    return CompletableFuture.completedFuture(value).join();
  }

  /** All were waited for by the stage before. */
  CompletableFuture<List<String>> all(List<CompletableFuture<String>> answers) {
    return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
        .thenApply(
            ignored -> {
              List<String> texts = new ArrayList<>();
              for (CompletableFuture<String> answer : answers) {
                texts.add(answer.join());
              }
              return texts;
            });
  }

  /** The forms of queues and permits that do not wait. */
  String queues() {
    lines.offer("a");
    lines.add("b");
    String next = lines.poll();
    if (permits.tryAcquire()) {
      permits.release();
    }
    latch.countDown();
    return next == null ? "" : next;
  }

  /** Waits for no longer than a moment. */
  String moments(Future<String> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    Thread.sleep(0);
    String next = lines.poll(1, TimeUnit.MILLISECONDS);
    return next + answer.get(0, TimeUnit.MILLISECONDS);
  }

  /** Short critical sections are another check's business. */
  void lockShortly(String to) {
    lock.lock();
    try {
      title = to;
    } finally {
      lock.unlock();
    }
    synchronized (counts) {
      counts.clear();
    }
    counts.merge(to, 1, Integer::sum);
  }

  /** Plumbing that only ends in a log. */
  void log(String message) {
    System.Logger logger = System.getLogger("tasks");
    logger.log(System.Logger.Level.DEBUG, message);
    System.out.println(message);
  }
}
