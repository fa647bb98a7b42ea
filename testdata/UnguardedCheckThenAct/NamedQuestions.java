package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Questions that function objects ask, texts that lock themselves, heads of lists. */
public class NamedQuestions {
  private final ConcurrentHashMap<String, Integer> limits = new ConcurrentHashMap<>();

  public void grant(String who, int limit) {
    Predicate<String> known = limits::containsKey;
    if (!known.test(who)) {
      limits.put(who, limit); // want UnguardedCheckThenAct "limits"
    }
  }

  public void grantByLambda(String who, int limit) {
    Predicate<String> unknown = name -> !limits.containsKey(name);
    if (unknown.test(who)) {
      limits.put(who, limit); // want UnguardedCheckThenAct "limits"
    }
  }

  public void first(String who) {
    BooleanSupplier nobody = limits::isEmpty;
    if (nobody.getAsBoolean()) {
      limits.put(who, 1); // want UnguardedCheckThenAct "limits"
    }
  }

  public void revoke(String who) {
    Predicate<String> known = limits::containsKey;
    if (known.test("root")) {
      limits.remove(who);
    }
  }

  public void grantRight(String who, int limit) {
    Predicate<String> known = name -> limits.putIfAbsent(name, limit) != null;
    if (!known.test(who)) {
      System.out.println("granted to " + who);
    }
  }

  /** A text that locks each call, written by several threads. */
  public static class Protocol implements Runnable {
    private final StringBuffer text = new StringBuffer();

    @Override
    public void run() {
      text.append("line,");
      chop();
      chopRight();
      cut(10);
    }

    void chop() {
      if (text.length() > 0) {
        text.deleteCharAt(text.length() - 1); // want UnguardedCheckThenAct "text"
      }
    }

    void chopRight() {
      synchronized (text) {
        if (text.length() > 0) {
          text.deleteCharAt(text.length() - 1);
        }
      }
    }

    void cut(int by) {
      int length = text.length();
      if (length > by) {
        text.setLength(length - by); // want UnguardedCheckThenAct "text"
      }
    }

    public static void main(String[] args) {
      Protocol protocol = new Protocol();
      new Thread(protocol).start();
      new Thread(protocol).start();
    }
  }

  /** An old text of one thread. */
  public static class Parser {
    private final StringBuffer text = new StringBuffer();

    public String join(String[] parts) {
      for (String part : parts) {
        text.append(part).append(',');
      }
      if (text.length() > 0) {
        text.setLength(text.length() - 1);
      }
      return text.toString();
    }
  }

  /** Looks at the first element, and takes the first a moment later. */
  public static class Letters {
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Vector<String> read = new Vector<>();

    public void add(String letter) {
      sent.add(letter);
    }

    public void deliver() {
      String letter = sent.get(0);
      System.out.println(letter);
      sent.remove(0); // want UnguardedCheckThenAct "sent"
    }

    public void deliverRight() {
      String letter = sent.remove(0);
      System.out.println(letter);
      read.add(letter);
    }

    public void deliverLocked() {
      synchronized (sent) {
        String letter = sent.get(0);
        System.out.println(letter);
        sent.remove(0);
      }
    }
  }
}
