package org.lockkeeper.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

/** A source compiled by the system's javac and read back through the door. */
record Snippet(BytecodeProgram program) {

  static Snippet of(Path folder, String source, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of("-g", "-nowarn", "-d", folder.toString()));
    if (!List.of(options).contains("--release")) {
      // Newer releases have other forms of enum switches and outer instances.
      all.addAll(List.of("--release", "17"));
    }
    all.addAll(List.of(options));
    boolean done = compiler.getTask(null, null, d -> {}, all, null, List.of(unit(source))).call();
    if (!done) {
      throw new IllegalArgumentException("does not compile: " + source);
    }
    return new Snippet(BytecodeProgram.open(List.of(folder), List.of(), 0));
  }

  private static JavaFileObject unit(String source) {
    return new SimpleJavaFileObject(URI.create("mem:///T.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  ClassInfo type(String name) {
    return program.find(name).orElseThrow();
  }

  MethodInfo method(String type, String name) {
    return type(type).methods().stream()
        .filter(m -> m.ref().name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  /** Of a method of the class {@code T}. */
  MethodBody body(String name) {
    return method("T", name).body().orElseThrow();
  }

  List<Op> ops(String name) {
    return ops(body(name));
  }

  static List<Op> ops(MethodBody body) {
    return body.blocks().stream().flatMap(b -> b.ops().stream()).toList();
  }

  <T extends Op> List<T> ops(String name, Class<T> kind) {
    return ops(name).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<Op.Test> tests(String name) {
    return body(name).blocks().stream()
        .flatMap(b -> b.next().stream())
        .map(Block.Edge::test)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Names and parameters of the called methods, in order. */
  List<String> calls(String name) {
    return ops(name, Op.Call.class).stream().map(c -> c.method().signature()).toList();
  }

  void close() {
    try {
      program.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
