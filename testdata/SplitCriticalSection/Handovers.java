package cases.splitcriticalsection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the first section took out belongs to this thread; the second section uses other state. */
public class Handovers {
  private final Object lock = new Object();
  private final Deque<String> queue = new ArrayDeque<>();
  private final Map<Integer, String> results = new HashMap<>();
  private List<String> batch = new ArrayList<>();
  private int nextId;
  private long flushed;

  /** Taken out, worked on, result stored elsewhere. */
  public void work() {
    String job;
    synchronized (lock) {
      job = queue.poll();
    }
    if (job == null) {
      return;
    }
    String result = job.trim();
    synchronized (lock) {
      results.put(job.length(), result);
    }
  }

  /** Swapped out: the old list is nobody else's. */
  public void flush() {
    List<String> full;
    synchronized (lock) {
      full = batch;
      batch = new ArrayList<>();
    }
    write(full);
    synchronized (lock) {
      flushed += full.size();
    }
  }

  /** The number is unique once drawn. */
  public int submit(String text) {
    int id;
    synchronized (lock) {
      id = nextId++;
    }
    String prepared = text.trim();
    synchronized (lock) {
      results.put(id, prepared);
    }
    return id;
  }

  /** Failed work goes back. */
  public void workOrRequeue() {
    String job;
    synchronized (lock) {
      job = queue.poll();
    }
    if (job != null && job.isEmpty()) {
      synchronized (lock) {
        queue.add(job);
      }
    }
  }

  public void add(String line) {
    synchronized (lock) {
      batch.add(line);
      queue.add(line);
    }
  }

  public long flushed() {
    synchronized (lock) {
      return flushed;
    }
  }

  private void write(List<String> lines) {}
}
