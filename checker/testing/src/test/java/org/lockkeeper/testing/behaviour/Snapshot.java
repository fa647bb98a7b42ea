package org.lockkeeper.testing.behaviour;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;

/** What can be seen of a value, as text: the same for values that look the same. */
final class Snapshot {
  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,8}\\b");

  private final List<Class<?>> classes;
  private final Map<Object, Integer> seen = new IdentityHashMap<>();

  /**
   * @param classes those whose fields are looked at
   */
  Snapshot(List<Class<?>> classes) {
    this.classes = classes;
  }

  /**
   * What a call threw. Messages of the virtual machine are left out: they quote code, and compiled
   * code throws without any.
   */
  String of(Throwable thrown) {
    boolean machine =
        thrown instanceof NullPointerException
            || thrown instanceof ClassCastException
            || thrown instanceof ArithmeticException
            || thrown instanceof ArrayIndexOutOfBoundsException
            || thrown instanceof ArrayStoreException;
    boolean silent = machine || thrown.getMessage() == null;
    String message = silent ? "" : ": " + plain(thrown.getMessage());
    return thrown.getClass().getName() + message;
  }

  private static String plain(String text) {
    return IDENTITY.matcher(text).replaceAll("@").replaceAll("\\$\\$?Lambda[\\w/$.]*", "lambda");
  }

  String of(Object value) {
    if (value == null || value instanceof Number && value.getClass().getName().startsWith("java")) {
      return String.valueOf(value);
    } else if (value instanceof CharSequence
        || value instanceof Boolean
        || value instanceof Character) {
      return '"' + plain(value.toString()) + '"';
    } else if (value instanceof Enum<?> e) {
      return e.name();
    } else if (value instanceof Class<?> c) {
      return c.getName();
    } else if (value instanceof Throwable t) {
      return of(t);
    }
    Integer before = seen.putIfAbsent(value, seen.size());
    return before != null ? "#" + before : compound(value);
  }

  private String compound(Object value) {
    if (value.getClass().isArray()) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        all.add(of(Array.get(value, i)));
      }
      return all.toString();
    } else if (own(value.getClass())) {
      return fields(value);
    } else if (value instanceof Map<?, ?> map) {
      List<String> all = new ArrayList<>();
      map.forEach((k, v) -> all.add(of(k) + "=" + of(v)));
      Collections.sort(all);
      return all.toString();
    } else if (value instanceof Collection<?> each) {
      List<String> all = new ArrayList<>();
      each.forEach(e -> all.add(of(e)));
      if (value instanceof Set) {
        Collections.sort(all);
      }
      return all.toString();
    }
    return other(value);
  }

  private String other(Object value) {
    if (value instanceof Optional<?> o) {
      return "Optional" + of(o.orElse(null));
    } else if (value instanceof AtomicReference<?> r) {
      return "Atomic " + of(r.get());
    } else if (value instanceof AtomicReferenceArray<?> a) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < a.length(); i++) {
        all.add(of(a.get(i)));
      }
      return all.toString();
    } else if (value instanceof ReentrantLock l) {
      return l.isLocked() ? "locked" : "free";
    } else if (value instanceof ReentrantReadWriteLock l) {
      return l.isWriteLocked() ? "locked" : l.getReadLockCount() + " readers";
    } else if (value instanceof Map.Entry<?, ?> e) {
      return of(e.getKey()) + "=" + of(e.getValue());
    } else if (value instanceof ThreadLocal<?> t) {
      return "local " + of(t.get());
    }
    boolean says =
        value instanceof AtomicBoolean
            || value instanceof AtomicIntegerArray
            || value instanceof AtomicLongArray
            || value instanceof java.util.BitSet
            || value instanceof java.util.Date;
    boolean function = Proxy.isProxyClass(value.getClass()) || value.getClass().isHidden();
    return says ? value.toString() : function ? "function" : value.getClass().getSimpleName();
  }

  private boolean own(Class<?> type) {
    return classes.contains(type) && !type.isSynthetic();
  }

  /** Of a class under test and those above it. */
  private String fields(Object value) {
    List<String> all = new ArrayList<>();
    for (Class<?> type = value.getClass(); own(type); type = type.getSuperclass()) {
      all.addAll(fields(type, value));
    }
    return value.getClass().getSimpleName() + all;
  }

  /** The static fields of a class, or those of an object. */
  List<String> fields(Class<?> type, Object value) {
    List<String> all = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      boolean wanted = Modifier.isStatic(field.getModifiers()) == (value == null);
      if (wanted && !field.isSynthetic() && !field.isEnumConstant()) {
        try {
          field.setAccessible(true);
          all.add(field.getName() + "=" + of(field.get(value)));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    Collections.sort(all);
    return all;
  }
}
