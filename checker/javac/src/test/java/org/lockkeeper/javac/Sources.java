package org.lockkeeper.javac;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

/** Lowers snippets. */
final class Sources {
  private Sources() {}

  /** A file that exists in memory only. */
  static JavaFileObject file(String name, String text) {
    return new SimpleJavaFileObject(URI.create("mem:///" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** Reads one file called {@code T.java}. */
  static SourceDoor.Result read(String... lines) {
    JavaFileManager files =
        ToolProvider.getSystemJavaCompiler()
            .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    return SourceDoor.read(
        List.of(file("T.java", String.join("\n", lines))), files, 0, diagnostic -> {});
  }

  /** The class of a result. */
  static ClassInfo type(SourceDoor.Result result, String name) {
    return result.program().classes().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The class {@code T} with these members. */
  static ClassInfo members(String... lines) {
    return type(read("import java.util.*; class T {\n" + String.join("\n", lines) + "\n}"), "T");
  }

  /** The body of the first method of this name. */
  static MethodBody body(ClassInfo type, String method) {
    return type.methods().stream()
        .filter(m -> m.ref().name().equals(method))
        .findFirst()
        .flatMap(MethodInfo::body)
        .orElseThrow();
  }

  /** The body of method {@code m} of class {@code T} with these members. */
  static MethodBody m(String... lines) {
    return body(members(lines), "m");
  }

  /** All operations as text, in block order. */
  static List<String> ops(MethodBody body) {
    List<String> all = new ArrayList<>();
    for (Block block : body.blocks()) {
      block.ops().forEach(op -> all.add(Dump.of(op)));
    }
    return all;
  }

  /** What stands on the paths without loops and without exceptions from the entry to a return. */
  static List<List<String>> paths(MethodBody body) {
    List<List<String>> found = new ArrayList<>();
    walk(body, 0, new ArrayList<>(), new ArrayList<>(), found);
    return found;
  }

  private static void walk(
      MethodBody body, int at, List<Integer> seen, List<String> ops, List<List<String>> found) {
    if (seen.contains(at)) {
      return;
    }
    Block block = body.blocks().get(at);
    List<String> here = new ArrayList<>(ops);
    for (Op op : block.ops()) {
      here.add(Dump.of(op));
    }
    if (block.next().isEmpty()) {
      found.add(here);
    }
    List<Integer> before = new ArrayList<>(seen);
    before.add(at);
    for (Block.Edge edge : block.next()) {
      List<String> with = new ArrayList<>(here);
      edge.test().ifPresent(test -> with.add("if " + Dump.of(test)));
      walk(body, edge.target(), before, with, found);
    }
  }
}
