package org.lockkeeper.testing.behaviour;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Calls methods of classes in an order that a seed decides, and writes down what can be seen. */
final class Player {
  private static final int STEPS = 60;
  private static final int SHOWN = 20;

  private final List<Class<?>> classes;
  private final boolean hidden;
  private final Set<String> left;
  private final List<Method> methods;
  private final List<String> steps = new ArrayList<>();
  private final Course course = new Course();
  private volatile String current = "";
  private volatile boolean stopped;

  /**
   * @param hidden whether private methods are called and all classes made as well
   * @param left methods that are not called, as {@link #toString(Method)} tells them
   */
  Player(List<Class<?>> classes, boolean hidden, Set<String> left) {
    this.classes = classes;
    this.hidden = hidden;
    this.left = left;
    this.methods = methods(classes, hidden, left);
  }

  private static List<Method> methods(List<Class<?>> classes, boolean hidden, Set<String> left) {
    List<Method> all = new ArrayList<>();
    for (Class<?> type : classes) {
      for (Method m : type.getDeclaredMethods()) {
        boolean inside = type.isAnonymousClass() || type.isLocalClass();
        boolean open = hidden || !Modifier.isPrivate(m.getModifiers()) && !inside;
        boolean fixed = Modifier.isStatic(m.getModifiers());
        boolean callable = fixed || Values.isConcrete(type) || type.isEnum();
        boolean body = !m.isSynthetic() && !Modifier.isAbstract(m.getModifiers());
        boolean identity = m.getName().equals("hashCode");
        if (open && callable && body && !identity && !left.contains(toString(m))) {
          all.add(m);
        }
      }
    }
    // The order that reflection tells may differ.
    all.sort(Comparator.comparing(Method::toGenericString));
    return all;
  }

  private static String toString(Method m) {
    return m.getDeclaringClass().getName() + "." + m.getName() + List.of(m.getParameterTypes());
  }

  /** What was seen so far, a line each call. */
  synchronized List<String> steps() {
    return List.copyOf(steps);
  }

  /** What was noted meanwhile. */
  Course course() {
    return course;
  }

  /** The method that went on and on or waited for ever; empty when all came back. */
  String stopped() {
    return stopped ? current : "";
  }

  /** The call under way will not come back. */
  synchronized void giveUp() {
    stopped = true;
  }

  private synchronized void seen(String step, boolean ends) {
    if (!stopped) {
      steps.add(step);
      stopped = !ends;
    }
  }

  /** Plays to the end, or until a call does not come back. */
  void play(long seed) {
    course.begin();
    Values values = new Values(classes, (int) seed);
    if (hidden) {
      make(values, seed);
    }
    for (int step = 0; step < STEPS && !methods.isEmpty() && !stopped; step++) {
      Random random = new Random(seed * 1_000_003 + step * 7919);
      random.nextInt();
      Method method = methods.get(random.nextInt(methods.size()));
      course.step();
      current = toString(method);
      String outcome = step(method, values, random);
      String log = String.join("; ", course.log().stream().limit(SHOWN).toList());
      course.log().clear();
      boolean ends = !course.isEndless();
      String seen = ends ? outcome + " | " + log + " | " + state(values) : "endless | " + log;
      seen(method.getName() + " -> " + seen, ends);
    }
  }

  /** An object of each class; one whose constructor goes on and on is the last. */
  private void make(Values values, long seed) {
    for (Class<?> each : classes) {
      if (Values.isConcrete(each) && !stopped && !left.contains("new " + each.getName())) {
        course.step();
        current = "new " + each.getName();
        try {
          values.receiver(each, new Random(seed));
        } catch (Course.Endless e) {
          course.log("endless");
        }
        if (course.isEndless()) {
          seen(current + " -> endless", false);
        }
      }
    }
  }

  private String step(Method method, Values values, Random random) {
    try {
      method.setAccessible(true);
      boolean fixed = Modifier.isStatic(method.getModifiers());
      Object receiver = fixed ? null : values.receiver(method.getDeclaringClass(), random);
      if (!fixed && receiver == null) {
        return "no receiver";
      }
      Object[] arguments = values.arguments(method.getGenericParameterTypes(), random);
      Object result = method.invoke(receiver, arguments);
      List<Object> kept = Values.isFunction(result) ? List.of(result) : values.functions();
      String called = kept.isEmpty() ? "" : values.called(kept.get(kept.size() - 1), random);
      return new Snapshot(classes).of(result) + called;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof StackOverflowError) {
        course.overflow();
        return "endless";
      }
      return "throws " + new Snapshot(classes).of(e.getCause());
    } catch (Course.Endless e) {
      return "endless";
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private String state(Values values) {
    Snapshot snapshot = new Snapshot(classes);
    List<String> all = new ArrayList<>();
    values.stock().forEach((type, objects) -> objects.forEach(o -> all.add(snapshot.of(o))));
    for (Class<?> type : classes) {
      all.addAll(snapshot.fields(type, null));
    }
    return all.toString();
  }
}
