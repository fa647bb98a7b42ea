package cases.unguardedcheckthenact;

import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Stack;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** Whoever looks at the head and then takes the head may take another one. */
public class PeekedHeads {
  private final Queue<String> outbox = new ConcurrentLinkedQueue<>();
  private final Deque<String> undo = new ConcurrentLinkedDeque<>();
  private final Stack<String> scopes = new Stack<>();
  private final ConcurrentSkipListMap<Long, String> timers = new ConcurrentSkipListMap<>();

  public void send() {
    String head = outbox.peek();
    deliver(head);
    outbox.poll(); // want UnguardedCheckThenAct "`outbox` may change between peek (line 19) and poll"
  }

  public void undoLast() {
    String last = undo.getLast();
    deliver(last);
    undo.removeLast(); // want UnguardedCheckThenAct "undo"
  }

  public String leave() {
    String scope = scopes.peek();
    deliver(scope);
    scopes.pop(); // want UnguardedCheckThenAct "scopes"
    return scope;
  }

  public void fire() {
    long due = timers.firstKey();
    deliver("due " + due);
    timers.pollFirstEntry(); // want UnguardedCheckThenAct "timers"
  }

  /** Failing on an empty queue is expected, taking another head is not. */
  public void sendIfAny() {
    try {
      String head = outbox.element();
      deliver(head);
      outbox.remove(); // want UnguardedCheckThenAct "outbox"
    } catch (NoSuchElementException e) {
      deliver("nothing");
    }
  }

  public void sendRight() {
    String head = outbox.peek();
    deliver(head);
    outbox.remove(head);
  }

  public boolean sendLooking() {
    String head = outbox.peek();
    deliver(head);
    return outbox.poll() == head;
  }

  public void dropTwo() {
    outbox.poll();
    outbox.poll();
  }

  public void leaveLocked() {
    synchronized (scopes) {
      deliver(scopes.peek());
      scopes.pop();
    }
  }

  /** What follows the one that was taken. */
  public void next() {
    outbox.poll();
    deliver(outbox.peek());
  }

  private void deliver(String message) {
    System.out.println(message);
  }
}
