package org.lockkeeper.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class DamagedInputTest {
  @TempDir Path folder;
  private byte[] good;

  @BeforeEach
  void writeClass() {
    good = classFile("p/Good", Opcodes.V17);
  }

  private static byte[] classFile(String name, int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    writer.visitSource("good.kt", null);
    String continuation = "(Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "wait", continuation, null, null);
    method.visitCode();
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private Path jar(Map<String, byte[]> entries) throws IOException {
    return Files.write(folder.resolve("app.jar"), zip(entries));
  }

  private static BytecodeProgram open(Path path, Limits limits) {
    return BytecodeProgram.open(List.of(path), List.of(), 17, limits);
  }

  private static List<String> names(BytecodeProgram program) {
    return program.classes().stream().map(ClassInfo::name).toList();
  }

  @Test
  void everyCutOfAClassFileIsLeftOutOrRead() throws IOException {
    for (int size = 0; size < good.length; size++) {
      Path jar = jar(Map.of("p/Good.class", Arrays.copyOf(good, size)));
      try (BytecodeProgram program = open(jar, Limits.standard())) {
        program.classes().forEach(c -> c.methods().forEach(MethodInfo::body));
        assertThat(program.classes().size() + program.messages().size()).isPositive();
      }
    }
  }

  @Test
  void newerClassFilesGiveOneMessage() throws IOException {
    byte[] newer = good.clone();
    newer[7] = 99;
    Path jar = jar(Map.of("p/Good.class", newer, "p/Other.class", classFile("p/Other", 61)));
    try (BytecodeProgram program = open(jar, Limits.standard())) {
      assertThat(names(program)).containsExactly("p.Other");
      assertThat(program.messages())
          .singleElement()
          .asString()
          .contains("p/Good.class", "newer", "99");
    }
  }

  @Test
  void classFilesOfAnotherNameAreLeftOut() throws IOException {
    try (BytecodeProgram program = open(jar(Map.of("q/Bad.class", good)), Limits.standard())) {
      assertThat(names(program)).isEmpty();
      assertThat(program.messages()).singleElement().asString().contains("p.Good");
    }
  }

  @Test
  void classesThatAnEarlierPlaceHasInAnotherFormAreNamed() throws IOException {
    byte[] older = classFile("p/Good", Opcodes.V11);
    Path first = Files.write(folder.resolve("first.jar"), zip(Map.of("p/Good.class", good)));
    Path same = Files.write(folder.resolve("same.jar"), zip(Map.of("p/Good.class", good)));
    Path other =
        Files.write(
            folder.resolve("other.jar"),
            zip(Map.of("p/Good.class", older, "p/Own.class", classFile("p/Own", 61))));
    List<Path> all = List.of(first, same, other);
    try (BytecodeProgram program = BytecodeProgram.open(all, List.of(), 17, Limits.standard())) {
      assertThat(names(program)).containsExactly("p.Good", "p.Own");
      assertThat(program.messages())
          .singleElement()
          .asString()
          .contains("other.jar", "p.Good")
          .doesNotContain("Own");
    }
  }

  @Test
  void hugeClassFilesAreLeftOut() throws IOException {
    Path jar = jar(Map.of("p/Huge.class", new byte[9 << 20], "p/Good.class", good));
    assertThat(Files.size(jar)).isLessThan(100_000);
    try (BytecodeProgram program = open(jar, Limits.standard())) {
      assertThat(names(program)).containsExactly("p.Good");
      assertThat(program.messages()).singleElement().asString().contains("p/Huge.class");
    }
  }

  @Test
  void archivesThatGrowWithoutEndAreLeftOut() throws IOException {
    byte[] inner = zip(Map.of("filler", new byte[1 << 20], "p/Good.class", good));
    Limits limits = new Limits(1 << 20, 500, 1 << 20, 100, 3);
    try (BytecodeProgram program = open(jar(Map.of("lib/in.jar", inner)), limits)) {
      assertThat(names(program)).isEmpty();
      assertThat(program.messages()).singleElement().asString().contains("lib/in.jar", "larger");
    }
  }

  @Test
  void archivesNestedTooDeepAreLeftOut() throws IOException {
    byte[] inner = zip(Map.of("p/Good.class", good));
    for (int i = 0; i < 5; i++) {
      inner = zip(Map.of("n.jar", inner));
    }
    try (BytecodeProgram program = open(jar(Map.of("n.jar", inner)), Limits.standard())) {
      assertThat(names(program)).isEmpty();
      assertThat(program.messages()).singleElement().asString().contains("deep");
    }
  }

  @Test
  void entriesThatLeadOutAreLeftOutAndNothingIsWritten() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path jar =
        Files.write(
            inside.resolve("app.jar"),
            zip(Map.of("../p/Good.class", good, "../evil.jar", zip(Map.of("x", good)))));
    try (BytecodeProgram program = open(jar, Limits.standard())) {
      assertThat(names(program)).isEmpty();
      assertThat(program.messages()).hasSize(2).allMatch(m -> m.contains("leads out"));
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(inside);
    }
  }

  @Test
  void bodiesOfAbsurdSizeAreLeftOut() throws IOException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "p/Good", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "large", "()V", null, null);
    method.visitCode();
    for (int i = 0; i < 5000; i++) {
      Label next = new Label();
      method.visitInsn(Opcodes.ICONST_0);
      method.visitVarInsn(Opcodes.ISTORE, 65_000);
      method.visitVarInsn(Opcodes.ILOAD, 65_000);
      method.visitJumpInsn(Opcodes.IFEQ, next);
      method.visitLabel(next);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(1, 65_001);
    method.visitEnd();
    writer.visitEnd();
    Path jar = jar(Map.of("p/Good.class", writer.toByteArray()));
    try (BytecodeProgram program = open(jar, Limits.standard())) {
      assertThat(program.classes().get(0).methods().get(0).body()).isEmpty();
      assertThat(program.messages()).singleElement().asString().contains("large()", "too many");
    }
  }

  @Test
  void whatIsNoArchiveGivesAMessage() throws IOException {
    Path broken = Files.write(folder.resolve("app.jar"), new byte[] {1, 2, 3});
    try (BytecodeProgram program = open(broken, Limits.standard())) {
      assertThat(names(program)).isEmpty();
      assertThat(program.messages()).singleElement().asString().contains("cannot be read");
    }
    try (BytecodeProgram program = open(folder.resolve("none.jar"), Limits.standard())) {
      assertThat(program.messages()).singleElement().asString().contains("no such file");
    }
  }

  @Test
  void fatJarsAndWarsAreOpened() throws IOException {
    byte[] lib = zip(Map.of("q/Lib.class", classFile("q/Lib", 61)));
    Path jar =
        jar(
            Map.of(
                "BOOT-INF/classes/p/Good.class", good,
                "BOOT-INF/lib/lib.jar", lib,
                "WEB-INF/classes/w/Web.class", classFile("w/Web", 61)));
    try (BytecodeProgram program = open(jar, Limits.standard())) {
      assertThat(names(program)).containsExactlyInAnyOrder("p.Good", "q.Lib", "w.Web");
      assertThat(program.find("q.Lib").orElseThrow().origin())
          .isEqualTo(jar + "!/BOOT-INF/lib/lib.jar");
      assertThat(program.messages()).isEmpty();
    }
  }

  @Test
  void multiReleaseJarsGiveTheChosenRelease() throws IOException {
    byte[] manifest = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes("UTF-8");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "META-INF/MANIFEST.MF", manifest);
      put(zip, "p/Good.class", good);
      put(zip, "META-INF/versions/11/p/Good.class", classFile("p/Good", 55));
      put(zip, "META-INF/versions/11/p/More.class", classFile("p/More", 55));
      put(zip, "META-INF/versions/21/p/Late.class", classFile("p/Late", 61));
    }
    Path jar = Files.write(folder.resolve("app.jar"), bytes.toByteArray());
    try (BytecodeProgram program = open(jar, Limits.standard())) {
      assertThat(names(program)).containsExactly("p.Good", "p.More");
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    ((OutputStream) zip).write(content);
  }

  @Test
  void kotlinKeepsItsFileNamesAndSuspendFunctionsAreMarked() throws IOException {
    try (BytecodeProgram program = open(jar(Map.of("p/Good.class", good)), Limits.standard())) {
      MethodInfo method = program.find("p.Good").orElseThrow().methods().get(0);
      assertThat(method.site().file()).isEqualTo("p/good.kt");
      assertThat(method.annotations())
          .extracting(a -> a.type())
          .containsExactly("kotlin.coroutines.suspend");
    }
  }

  @Test
  void theRunningJdkHasDeclarationsWithoutBodies() throws IOException {
    try (ClassFiles files = ClassFiles.open(List.of(), 0)) {
      ClassInfo map = files.find("java.util.HashMap").orElseThrow();
      assertThat(map.superName()).contains("java.util.AbstractMap");
      assertThat(map.methods()).isNotEmpty().allMatch(m -> m.body().isEmpty());
      assertThat(files.find("no.such.Type")).isEmpty();
      assertThat(files.messages()).isEmpty();
    }
  }

  @Test
  void aModuleOfTheJdkCanBeScanned() throws IOException {
    Path module = Path.of(URI.create("jrt:/java.logging"));
    try (BytecodeProgram program = open(module, Limits.standard())) {
      ClassInfo logger =
          program.classes().stream()
              .filter(c -> c.name().equals("java.util.logging.Logger"))
              .findFirst()
              .orElseThrow();
      assertThat(logger.methods()).anyMatch(m -> m.body().isPresent());
    }
  }
}
