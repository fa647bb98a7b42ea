package org.lockkeeper.javac;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;

/** Prints lowered classes for people. */
public final class Dump {
  private Dump() {}

  /**
   * Prints the classes in the files or folders; {@code -cp PATH} first, {@code -q} for counts only.
   */
  public static void main(String[] args) throws Exception {
    List<Path> files = new ArrayList<>();
    List<Path> cp = new ArrayList<>();
    boolean quiet = false;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("-cp")) {
        Arrays.stream(args[++i].split(":"))
            .filter(s -> !s.isBlank())
            .map(Path::of)
            .forEach(cp::add);
      } else if (args[i].equals("-q")) {
        quiet = true;
      } else {
        try (Stream<Path> all = Files.walk(Path.of(args[i]))) {
          all.filter(f -> f.toString().endsWith(".java")).sorted().forEach(files::add);
        }
      }
    }
    List<String> errors = new ArrayList<>();
    SourceDoor.Result result =
        SourceDoor.read(
            new SourceDoor.Input(files, cp, 0, StandardCharsets.UTF_8),
            d -> {
              if (d.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
                errors.add(d.toString());
              }
            });
    int methods = 0;
    int bodies = 0;
    int ops = 0;
    for (ClassInfo each : result.program().classes()) {
      if (!quiet) {
        System.out.print(of(each));
      }
      for (MethodInfo m : each.methods()) {
        methods++;
        bodies += m.body().isPresent() ? 1 : 0;
        ops += m.body().map(b -> b.blocks().stream().mapToInt(x -> x.ops().size()).sum()).orElse(0);
      }
    }
    errors.stream().limit(10).forEach(System.out::println);
    System.out.println("unresolved " + result.unresolved().stream().limit(20).toList());
    result.notices().stream().limit(20).forEach(System.out::println);
    System.out.printf(
        "%d classes, %d methods, %d bodies, %d ops, %d errors, %d unresolved, %d notices%n",
        result.program().classes().size(),
        methods,
        bodies,
        ops,
        result.errors(),
        result.unresolved().size(),
        result.notices().size());
  }

  /** A class as text. */
  public static String of(ClassInfo info) {
    StringBuilder out = new StringBuilder();
    out.append("class ").append(info.name()).append(" extends ");
    out.append(info.superName().orElse("-")).append(' ').append(info.interfaces());
    info.annotations().forEach(a -> out.append(" @").append(a.type()).append(a.values()));
    out.append(" at ").append(info.site());
    info.enclosingMethod().ifPresent(m -> out.append(" in ").append(m));
    out.append('\n');
    for (FieldInfo each : info.fields()) {
      out.append("  field ").append(each.ref().type()).append(' ').append(each.ref().name());
      out.append(" at ").append(each.site()).append('\n');
    }
    for (MethodInfo each : info.methods()) {
      out.append("  ").append(each.isStatic() ? "static " : "").append(each.ref());
      out.append(" returns ").append(each.ref().returns()).append(" at ").append(each.site());
      out.append('\n').append(each.body().map(Dump::of).orElse(""));
    }
    return out.toString();
  }

  /** A body as text. */
  public static String of(MethodBody body) {
    StringBuilder out = new StringBuilder("    params " + body.params() + "\n");
    for (Block block : body.blocks()) {
      out.append("    ").append(block.index()).append(": ");
      block
          .handlers()
          .forEach(h -> out.append(" !").append(simple(h.type())).append("->").append(h.target()));
      out.append('\n');
      for (Op op : block.ops()) {
        out.append("      ").append(of(op)).append("  @").append(op.site().line());
        out.append(':').append(op.site().column()).append('\n');
      }
      for (Block.Edge edge : block.next()) {
        out.append("      -> ").append(edge.target());
        edge.test().ifPresent(t -> out.append(" if ").append(of(t)));
        out.append('\n');
      }
    }
    return out.toString();
  }

  /** An operation as text. */
  public static String of(Op op) {
    if (op instanceof Op.Copy c) {
      return c.to() + " = " + c.operator() + c.from();
    } else if (op instanceof Op.New n) {
      return n.to()
          + " = new "
          + simple(n.type())
          + n.function().map(f -> " " + f.dispatch() + " " + f.target() + f.captures()).orElse("");
    } else if (op instanceof Op.Read r) {
      return r.to() + " = " + slot(r.slot());
    } else if (op instanceof Op.Write w) {
      return slot(w.slot()) + " = " + w.value();
    } else if (op instanceof Op.Call c) {
      return c.to().map(t -> t + " = ").orElse("") + c.dispatch() + " " + c.method() + c.args();
    } else if (op instanceof Op.Enter e) {
      return "enter " + e.lock();
    } else if (op instanceof Op.Exit e) {
      return "exit " + e.lock();
    } else if (op instanceof Op.Test t) {
      return t.left() + " " + t.relation() + " " + t.right();
    }
    Op.Return r = (Op.Return) op;
    return (r.thrown() ? "throw " : "return ") + r.value().map(Value::toString).orElse("");
  }

  private static String slot(Op.Slot slot) {
    return slot.base().map(Value::toString).orElse(simple(slot.field().owner()))
        + "."
        + slot.field().name()
        + slot.index().map(i -> "[" + i + "]").orElse("");
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** One line a method, for tests. */
  public static String lines(MethodBody body) {
    return body.blocks().stream()
        .flatMap(b -> b.ops().stream())
        .map(Dump::of)
        .collect(Collectors.joining("\n"));
  }
}
