package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.Value;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Reads annotations of either retention that class files have. */
final class AnnotationReader {
  private final Names names;

  AnnotationReader(Names names) {
    this.names = names;
  }

  /** All of the lists, in order; any of them may be absent. */
  @SafeVarargs
  final List<Annotation> all(List<? extends AnnotationNode>... lists) {
    List<Annotation> all = new ArrayList<>();
    for (List<? extends AnnotationNode> list : lists) {
      if (list != null) {
        for (AnnotationNode each : list) {
          add(read(each), all);
        }
      }
    }
    return all;
  }

  /** Adds annotations of the whole declared type that {@code sort} (of a field, a result) names. */
  void addTypeUses(List<TypeAnnotationNode> uses, int sort, List<Annotation> to) {
    if (uses != null) {
      for (TypeAnnotationNode each : uses) {
        if (each.typePath == null && new TypeReference(each.typeRef).getSort() == sort) {
          add(read(each), to);
        }
      }
    }
  }

  /** Adds annotations of what the type of a field holds, under another name. */
  void addArguments(List<TypeAnnotationNode> uses, List<Annotation> to) {
    for (TypeAnnotationNode each : uses == null ? List.<TypeAnnotationNode>of() : uses) {
      boolean argument =
          each.typePath != null
              && each.typePath.getLength() == 1
              && each.typePath.getStep(0) == TypePath.TYPE_ARGUMENT;
      if (argument) {
        Annotation held = read(each);
        to.add(new Annotation(held.type() + "Argument", held.values()));
      }
    }
  }

  private static void add(Annotation annotation, List<Annotation> to) {
    if (!to.contains(annotation)) {
      to.add(annotation);
    }
  }

  private Annotation read(AnnotationNode node) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (int i = 0; node.values != null && i + 1 < node.values.size(); i += 2) {
      values.put((String) node.values.get(i), value(node.values.get(i + 1)));
    }
    return new Annotation(names.descriptor(node.desc), values);
  }

  private Object value(Object raw) {
    if (raw instanceof Type type) {
      return new Value.ClassLiteral(names.type(type));
    }
    if (raw instanceof String[] constant) {
      return constant[1];
    }
    if (raw instanceof AnnotationNode nested) {
      return read(nested);
    }
    if (raw instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      for (Object each : list) {
        values.add(value(each));
      }
      return List.copyOf(values);
    }
    return raw;
  }
}
