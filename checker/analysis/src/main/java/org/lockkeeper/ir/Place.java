package org.lockkeeper.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names an object or storage cell as one method sees it: a root and a short path. Equal places of
 * one method hold the same thing as long as nobody writes on the way ("must" equality). See {@link
 * #shape} for the other equality.
 */
public final class Place {
  /** Longer paths are cut; the rest is unknown. */
  public static final int MAX_STEPS = 6;

  /** Where a path starts. */
  public sealed interface Root {
    /** The receiver. */
    record This() implements Root {}

    /** A parameter, by its position after the receiver, 0-based; the name is for messages. */
    record Param(int index, String name) implements Root {
      @Override
      public boolean equals(Object other) {
        return other instanceof Param p && index == p.index;
      }

      @Override
      public int hashCode() {
        return index + 1;
      }
    }

    /** No object: the path starts with a static field. */
    record Static() implements Root {}

    /** The {@code Class} object of a type. */
    record ClassObject(String name) implements Root {}

    /** The thread that runs all of an object's tasks in a context such as an event loop. */
    record OwnThread(String context) implements Root {}

    /** The object made by the operation with this number. */
    record Fresh(int op) implements Root {}

    /** The unknown value that the operation with this number produced; the name is for messages. */
    record Unknown(int op, String name) implements Root {
      @Override
      public boolean equals(Object other) {
        return other instanceof Unknown u && op == u.op;
      }

      @Override
      public int hashCode() {
        return op * 31;
      }
    }
  }

  /** One step of a path. */
  public sealed interface Step {
    /** Whether it leads from an object of an inner class to the one around it (JLS 8.1.3). */
    default boolean outer() {
      return this instanceof Field f && f.ref().name().startsWith("this$");
    }

    /** A field. */
    record Field(FieldRef ref) implements Step {
      @Override
      public String toString() {
        return ref.name();
      }
    }

    /** A call without side effect whose result stays, such as a getter; text as in source. */
    record Getter(String text) implements Step {
      @Override
      public String toString() {
        return text;
      }
    }

    /** A part of a lock; as in source. */
    record Side(String text) implements Step {
      public static final Side READ = new Side("readLock()");
      public static final Side WRITE = new Side("writeLock()");
      public static final Side CONDITION = new Side("newCondition()");

      @Override
      public String toString() {
        return text;
      }
    }

    /**
     * Some live view, element or iterator of a container.
     *
     * @param text as in source, {@code [i]} for an element
     * @param id tells apart elements whose index looks alike
     */
    record Part(String text, int id) implements Step {
      @Override
      public String toString() {
        return text;
      }
    }
  }

  private static final String UNNAMED = "^\\[(t\\d+|int|long|short|byte|char|[A-Z]\\w*[a-z]\\w*)]$";
  private final Root root;
  private final String rootType;
  private final List<Step> path;
  private final String type;
  private final int hash;

  private Place(Root root, String rootType, List<Step> path, String type) {
    this.root = root;
    this.rootType = rootType;
    this.path = path;
    this.type = type;
    this.hash = 31 * root.hashCode() + path.hashCode();
  }

  /** A place without path. */
  public static Place of(Root root, String type) {
    return new Place(root, type, List.of(), type);
  }

  /** A static field. */
  public static Place ofStatic(FieldRef field) {
    return new Place(new Root.Static(), "", List.of(new Step.Field(field)), field.type());
  }

  /** Where the path starts. */
  public Root root() {
    return root;
  }

  /** Static type of the root; empty for static fields. */
  public String rootType() {
    return rootType;
  }

  /** The steps, possibly none. */
  public List<Step> path() {
    return path;
  }

  /** Static type of what is found there. */
  public String type() {
    return type;
  }

  /** One step further; empty when the path grows too long. */
  public Optional<Place> then(Step step, String stepType) {
    if (path.size() >= MAX_STEPS) {
      return Optional.empty();
    }
    List<Step> longer = new ArrayList<>(path);
    longer.add(step);
    return Optional.of(new Place(root, rootType, List.copyOf(longer), stepType));
  }

  /** The last step; empty for a bare root. */
  public Optional<Step> last() {
    return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
  }

  /** The field that the last step names. */
  public Optional<FieldRef> field() {
    return last().filter(Step.Field.class::isInstance).map(s -> ((Step.Field) s).ref());
  }

  /** Without the last step, which must exist; its type is that of the owner where that is known. */
  public Place parent() {
    List<Step> shorter = path.subList(0, path.size() - 1);
    if (shorter.isEmpty()) {
      return new Place(root, rootType, List.of(), rootType);
    }
    String owner = field().map(FieldRef::owner).orElse("java.lang.Object");
    Step end = shorter.get(shorter.size() - 1);
    String parentType = end instanceof Step.Field f ? f.ref().type() : owner;
    return new Place(root, rootType, List.copyOf(shorter), parentType);
  }

  /** The same path from another place; empty when it grows too long. */
  public Optional<Place> rebase(Place onto) {
    if (path.isEmpty()) {
      return Optional.of(onto);
    }
    if (onto.path.size() + path.size() > MAX_STEPS) {
      return Optional.empty();
    }
    List<Step> joined = new ArrayList<>(onto.path);
    joined.addAll(path);
    return Optional.of(new Place(onto.root, onto.rootType, List.copyOf(joined), type));
  }

  /** Whether this is {@code prefix} or below it. */
  public boolean startsWith(Place prefix) {
    return root.equals(prefix.root)
        && path.size() >= prefix.path.size()
        && path.subList(0, prefix.path.size()).equals(prefix.path);
  }

  /** The same place with a more precise static type. */
  public Place typed(String better) {
    return better.equals(type)
        ? this
        : new Place(root, path.isEmpty() ? better : rootType, path, better);
  }

  /**
   * What two threads can agree on ("may" equality): the declaring class of the last field, or the
   * type of a bare root. Equal shapes may be the same object in two threads; different ones are not
   * taken for the same.
   */
  public String shape() {
    StringBuilder text = new StringBuilder();
    int from = lastField();
    if (from < 0) {
      text.append(root instanceof Root.ClassObject c ? c.name() + ".class" : "(" + rootType + ")");
    } else {
      text.append(((Step.Field) path.get(from)).ref().key());
    }
    for (Step step : path.subList(from + 1, path.size())) {
      text.append('.')
          .append(step instanceof Step.Part p && p.text().startsWith("[") ? "[]" : step);
    }
    return text.toString();
  }

  private int lastField() {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i) instanceof Step.Field f && f.ref() != FieldRef.ELEMENT) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the object is one for the whole program: a static field or a class object. */
  public boolean isGlobal() {
    return (root instanceof Root.Static && path.size() == 1) || root instanceof Root.ClassObject;
  }

  /** As a person would write it in source. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (root instanceof Root.Param p) {
      text.append(p.name());
    } else if (root instanceof Root.ClassObject c) {
      text.append(MethodRef.simple(c.name())).append(".class");
    } else if (root instanceof Root.OwnThread own) {
      text.append(own.context());
    } else if (root instanceof Root.Fresh) {
      text.append("new ").append(MethodRef.simple(rootType));
    } else if (root instanceof Root.Unknown u) {
      text.append(u.name().isEmpty() ? MethodRef.simple(rootType) : u.name());
    } else if (root instanceof Root.This && path.isEmpty()) {
      text.append("this");
    } else if (root instanceof Root.Static && path.get(0) instanceof Step.Field f) {
      text.append(MethodRef.simple(f.ref().owner()));
    }
    for (Step step : path) {
      String name = step.toString();
      String shown = name.startsWith("val$") ? name.substring(4) : name;
      shown = shown.startsWith("[") ? shown.replaceFirst(UNNAMED, "[...]") : shown;
      if (!step.outer()) {
        text.append(text.length() == 0 || shown.startsWith("[") ? "" : ".").append(shown);
      }
    }
    String whole = MethodRef.simple(type) + (root instanceof Root.This ? ".this" : "");
    return text.length() > 0 ? text.toString() : whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place p && hash == p.hash && root.equals(p.root) && path.equals(p.path);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
