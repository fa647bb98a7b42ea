package org.lockkeeper.cli;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.lockkeeper.check.Program;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;

/** A program that shows on a terminal how many of its methods the analysis has reached. */
final class Progress implements Program, AutoCloseable {

  private static final int WIDTH = 80;

  private final Program program;
  private final Io io;
  private final ProgressBar bar;
  private final List<ClassInfo> classes;

  /** Starts the bar. */
  Progress(Program program, Io io) {
    this.program = program;
    this.io = io;
    long methods =
        program.classes().stream()
            .flatMap(type -> type.methods().stream())
            .filter(Progress::hasBody)
            .count();
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("analysing")
            .setInitialMax(methods)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
            .build();
    this.classes = program.classes().stream().map(this::watched).toList();
  }

  private static boolean hasBody(MethodInfo method) {
    return !Modifier.isAbstract(method.modifiers()) && !Modifier.isNative(method.modifiers());
  }

  private void draw(String line) {
    io.err().print("\r" + line);
    io.err().flush();
  }

  private ClassInfo watched(ClassInfo type) {
    return new ClassInfo(
        type.name(),
        type.superName(),
        type.interfaces(),
        type.modifiers(),
        type.annotations(),
        type.outer(),
        type.enclosingMethod(),
        type.fields(),
        type.methods().stream().map(this::watched).toList(),
        type.site(),
        type.origin());
  }

  private MethodInfo watched(MethodInfo method) {
    AtomicBoolean reached = new AtomicBoolean();
    Supplier<Optional<MethodBody>> lowered =
        () -> {
          if (reached.compareAndSet(false, true)) {
            bar.step();
          }
          return method.body();
        };
    return new MethodInfo(
        method.ref(),
        method.modifiers(),
        method.annotations(),
        method.params(),
        method.thrown(),
        method.enclosing(),
        method.site(),
        lowered);
  }

  @Override
  public List<ClassInfo> classes() {
    return classes;
  }

  @Override
  public Optional<ClassInfo> find(String binaryName) {
    return program.find(binaryName);
  }

  /** Takes the bar off the screen. */
  @Override
  public void close() {
    bar.close();
    io.err().print("\r" + " ".repeat(WIDTH) + "\r");
    io.err().flush();
  }
}
