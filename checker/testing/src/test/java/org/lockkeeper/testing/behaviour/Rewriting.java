package org.lockkeeper.testing.behaviour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Changes class files so that they run in one thread: what they start runs where it is started, the
 * clock is a counter, and each loop and line is noted by {@link Course}.
 */
final class Rewriting {
  private static final String COURSE = Type.getInternalName(Course.class);
  private static final String FUTURE = "java/util/concurrent/CompletableFuture";
  private static final String POOL = "java/util/concurrent/ForkJoinPool";
  private static final String TASK = "Ljava/util/concurrent/ForkJoinTask;";
  private static final String EXECUTOR = "Ljava/util/concurrent/ExecutorService;";
  private static final String SCHEDULED = "Ljava/util/concurrent/ScheduledExecutorService;";

  private final Map<String, byte[]> files = new TreeMap<>();

  /** The class files of a folder by binary name, changed. */
  static Map<String, byte[]> of(Path folder) {
    Rewriting all = new Rewriting(folder);
    Map<String, byte[]> changed = new TreeMap<>();
    all.files.forEach((name, file) -> changed.put(name, all.rewrite(file)));
    return changed;
  }

  private Rewriting(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(f -> f.toString().endsWith(".class")).toList()) {
        String path = folder.relativize(each).toString().replace('\\', '/');
        if (!path.endsWith("package-info.class")) {
          files.put(path.replaceFirst("\\.class$", "").replace('/', '.'), Files.readAllBytes(each));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] rewrite(byte[] file) {
    ClassNode node = new ClassNode();
    new ClassReader(file).accept(node, 0);
    if ((node.access & Opcodes.ACC_INTERFACE) == 0) {
      node.access &= ~Opcodes.ACC_ABSTRACT;
      node.methods.forEach(Rewriting::complete);
    }
    node.methods.forEach(m -> rewrite(m, node.sourceFile));
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  /** An abstract method answers nothing, so that abstract classes can be made. */
  private static void complete(MethodNode method) {
    if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
      method.access &= ~Opcodes.ACC_ABSTRACT;
      Type type = Type.getReturnType(method.desc);
      int none =
          switch (type.getSort()) {
            case Type.VOID -> Opcodes.NOP;
            case Type.LONG -> Opcodes.LCONST_0;
            case Type.FLOAT -> Opcodes.FCONST_0;
            case Type.DOUBLE -> Opcodes.DCONST_0;
            case Type.ARRAY, Type.OBJECT -> Opcodes.ACONST_NULL;
            default -> Opcodes.ICONST_0;
          };
      method.visitInsn(none);
      method.visitInsn(type.getOpcode(Opcodes.IRETURN));
    }
  }

  private void rewrite(MethodNode method, String file) {
    Set<Label> seen = new HashSet<>();
    for (AbstractInsnNode at : method.instructions.toArray()) {
      if (at instanceof LabelNode label) {
        seen.add(label.getLabel());
      } else if (at instanceof JumpInsnNode jump && seen.contains(jump.label.getLabel())) {
        method.instructions.insertBefore(at, course("round", "()V"));
      } else if (at instanceof LineNumberNode line) {
        note(method, at, file + ":" + line.line);
      } else if (at instanceof FieldInsnNode field && field.owner.equals("java/lang/System")) {
        method.instructions.set(at, course("out", "()Ljava/io/PrintStream;"));
      } else if (at instanceof FieldInsnNode field && field.getOpcode() != Opcodes.GETSTATIC) {
        method.instructions.insertBefore(at, course("pause", "()V"));
      } else if (at instanceof MethodInsnNode call) {
        method.instructions.insertBefore(at, course("pause", "()V"));
        call(method.instructions, call);
      }
    }
  }

  /** Before the line's first instruction; behind it when frames may name its place. */
  private static void note(MethodNode method, AbstractInsnNode line, String at) {
    AbstractInsnNode first = line;
    while (first != null && first.getOpcode() < 0) {
      first = first.getNext();
    }
    InsnList note = new InsnList();
    note.add(new LdcInsnNode(at));
    note.add(course("line", "(Ljava/lang/String;)V"));
    if (first != null && first.getOpcode() == Opcodes.NEW) {
      method.instructions.insert(first, note);
    } else if (first != null) {
      method.instructions.insertBefore(first, note);
    }
  }

  private static MethodInsnNode course(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, COURSE, name, descriptor);
  }

  private boolean isThread(String type) {
    byte[] file = files.get(type.replace('/', '.'));
    return type.equals("java/lang/Thread")
        || file != null && isThread(new ClassReader(file).getSuperName());
  }

  private void call(InsnList code, MethodInsnNode call) {
    MethodInsnNode other = instead(call);
    if (other != null) {
      code.set(call, other);
    } else if (call.name.equals("parallel") && call.owner.startsWith("java/util/stream/")) {
      code.remove(call);
    } else if (call.name.equals("yield") && call.owner.equals("java/lang/Thread")) {
      code.set(call, course("yielded", "()V"));
    } else if (call.name.equals("parallelStream")) {
      call.name = "stream";
    } else if (call.owner.equals("java/util/Random") && call.desc.equals("()V")) {
      code.insertBefore(call, new LdcInsnNode(42L));
      call.desc = "(J)V";
    } else if (call.owner.equals("java/util/concurrent/Executors")
        && call.desc.endsWith("ExecutorService;")) {
      code.insert(call, course("direct", "(" + EXECUTOR + ")" + SCHEDULED));
    }
  }

  /** What is called in place of something that looks at the clock or starts a thread. */
  private MethodInsnNode instead(MethodInsnNode call) {
    if (call.owner.startsWith("java/lang/Thread$Builder") && call.name.equals("start")) {
      String through = "(Ljava/lang/Object;Ljava/lang/Runnable;)Ljava/lang/Thread;";
      return course("startNow", through);
    } else if (call.name.equals("invokeLater") && call.desc.equals("(Ljava/lang/Runnable;)V")) {
      return course("run", "(Ljava/lang/Runnable;)V");
    } else if (call.name.equals("start") && isThread(call.owner)) {
      return course("start", "(Ljava/lang/Thread;)V");
    }
    return switch (call.owner + "." + call.name + call.desc) {
      case "java/lang/System.nanoTime()J" -> course("nanos", "()J");
      case "java/lang/System.currentTimeMillis()J" -> course("millis", "()J");
      case "java/lang/Thread.sleep(J)V" -> course("sleep", "(J)V");
      case "java/lang/Thread.startVirtualThread(Ljava/lang/Runnable;)Ljava/lang/Thread;" ->
          course("startNow", "(Ljava/lang/Runnable;)Ljava/lang/Thread;");
      case FUTURE + ".supplyAsync(Ljava/util/function/Supplier;)L" + FUTURE + ";" ->
          course("supply", "(Ljava/util/function/Supplier;)L" + FUTURE + ";");
      case FUTURE + ".runAsync(Ljava/lang/Runnable;)L" + FUTURE + ";" ->
          course("perform", "(Ljava/lang/Runnable;)L" + FUTURE + ";");
      case "java/util/Timer.schedule(Ljava/util/TimerTask;JJ)V" ->
          course("schedule", "(Ljava/util/Timer;Ljava/util/TimerTask;JJ)V");
      case POOL + ".submit(Ljava/lang/Runnable;)" + TASK ->
          course("submit", "(L" + POOL + ";Ljava/lang/Runnable;)" + TASK);
      case POOL + ".submit(Ljava/util/concurrent/Callable;)" + TASK ->
          course("submit", "(L" + POOL + ";Ljava/util/concurrent/Callable;)" + TASK);
      default -> null;
    };
  }
}
