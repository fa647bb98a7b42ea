package cases.splitcriticalsection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Each call is locked, and nothing decides: what was seen is taken for what is still there. */
public class HeadsAndNumbers {
  private final Deque<String> jobs = new ArrayDeque<>();
  private final List<String> names = new ArrayList<>();

  public synchronized void push(String job) {
    jobs.push(job);
  }

  public synchronized String peek() {
    return jobs.peek();
  }

  public synchronized String pop() {
    return jobs.poll();
  }

  public synchronized int size() {
    return names.size();
  }

  public synchronized void add(String name) {
    names.add(name);
  }

  public void runOne() {
    String job = peek();
    run(job);
    pop(); // want SplitCriticalSection "`jobs` may change after peek (line 34) and before poll"
  }

  public void runInSections() {
    String job;
    synchronized (this) {
      job = jobs.peek();
    }
    run(job);
    synchronized (this) {
      jobs.pop(); // want SplitCriticalSection "jobs"
    }
  }

  public void runInSectionsRight() {
    String job;
    synchronized (this) {
      job = jobs.peek();
    }
    run(job);
    synchronized (this) {
      if (jobs.peek() == job) {
        jobs.pop();
      }
    }
  }

  public int register(String name) {
    int index = size();
    add(name); // want SplitCriticalSection "names"
    return index;
  }

  public int registerLast(String name) {
    add(name);
    return size() - 1; // want SplitCriticalSection "`names` may change after add (line 70) and before size"
  }

  public synchronized int registerRight(String name) {
    add(name);
    return size() - 1;
  }

  public synchronized void runOneRight() {
    run(peek());
    pop();
  }

  private static void run(String job) {
    System.out.println(job);
  }
}
