package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Vector;

/** Every single call locks the collection; two calls in a row do not. */
public class LegacyCollections {
  private final Map<String, String> aliases = Collections.synchronizedMap(new HashMap<>());
  private final Set<String> seen = Collections.synchronizedSet(new HashSet<>());
  private final List<Runnable> pending = Collections.synchronizedList(new ArrayList<>());
  private final Hashtable<String, Integer> ranks = new Hashtable<>();
  private final Vector<String> history = new Vector<>();
  private final Collection<String> names;

  public LegacyCollections() {
    names = Collections.synchronizedList(new ArrayList<>());
  }

  public void alias(String from, String to) {
    if (!aliases.containsKey(from)) {
      aliases.put(from, to); // want UnguardedCheckThenAct "aliases"
    }
  }

  public boolean firstTime(String event) {
    if (seen.contains(event)) {
      return false;
    }
    seen.add(event); // want UnguardedCheckThenAct "seen"
    return true;
  }

  public Runnable next() {
    if (pending.isEmpty()) {
      return null;
    }
    return pending.remove(0); // want UnguardedCheckThenAct "pending"
  }

  public void submit(Runnable task) {
    if (pending.size() < 100) {
      pending.add(task); // want UnguardedCheckThenAct "pending"
    }
  }

  public int rank(String name, int initial) {
    Integer rank = ranks.get(name);
    if (rank == null) {
      ranks.put(name, initial); // want UnguardedCheckThenAct "ranks"
      return initial;
    }
    return rank;
  }

  public String undo() {
    if (history.size() > 0) {
      return history.remove(history.size() - 1); // want UnguardedCheckThenAct "history"
    }
    return null;
  }

  public String newest() {
    return history.isEmpty() ? "none" : history.lastElement(); // want UnguardedCheckThenAct "history"
  }

  public void remember(String name) {
    history.add(name);
    if (!names.contains(name)) {
      names.add(name); // want UnguardedCheckThenAct "names"
    }
  }

  /** Synchronizing on the collection that its own methods lock is right. */
  public void aliasLocked(String from, String to) {
    synchronized (aliases) {
      if (!aliases.containsKey(from)) {
        aliases.put(from, to);
      }
    }
  }

  public String undoLocked() {
    synchronized (history) {
      return history.isEmpty() ? null : history.remove(history.size() - 1);
    }
  }

  /** Where a parser stands: the stack is there for its order, and one thread has it. */
  static class ParseState {
    private final java.util.Stack<String> open = new java.util.Stack<>();

    public void push(String name) {
      open.push(name);
    }

    public String current() {
      return open.isEmpty() ? null : open.peek();
    }

    public void leave() {
      if (!open.isEmpty()) {
        open.pop();
      }
    }
  }

  /** The same where somebody locks. */
  static class SharedState {
    private final java.util.Stack<String> open = new java.util.Stack<>();
    private int most;

    public void push(String name) {
      open.push(name);
      synchronized (this) {
        most = Math.max(most, open.size());
      }
    }

    public void leave() {
      if (!open.isEmpty()) {
        open.pop(); // want UnguardedCheckThenAct "open"
      }
    }
  }

  /** Asked for by its interface, and chosen for its locks. */
  static class Beans {
    private final Map<String, Object> beans = new Hashtable<>();
    private final Vector<Runnable> listeners = new Vector<>();
    private final java.util.Properties settings = new java.util.Properties();

    Object bean(String name) {
      Object bean = beans.get(name);
      if (bean == null) {
        bean = new Object();
        beans.put(name, bean); // want UnguardedCheckThenAct "beans"
      }
      return bean;
    }

    void listen(Runnable listener) {
      if (!listeners.contains(listener)) {
        listeners.add(listener); // want UnguardedCheckThenAct "listeners"
      }
    }

    /** A table of settings locks because it always did. */
    String setting(String name) {
      if (!settings.containsKey(name)) {
        settings.put(name, "");
      }
      return settings.getProperty(name);
    }
  }
}
