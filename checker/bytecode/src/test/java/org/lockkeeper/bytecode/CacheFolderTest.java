package org.lockkeeper.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.objectweb.asm.ClassReader;

class CacheFolderTest {
  private static final long MOST = 64L << 20;

  @TempDir private Path work;
  private CacheFolder cache;
  private Path library;

  @BeforeEach
  void find() throws URISyntaxException {
    cache = new CacheFolder(work.resolve("cache"), MOST);
    library =
        Path.of(ClassReader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A class as it was read, with its bodies. */
  private record Whole(ClassInfo info, List<Optional<MethodBody>> bodies) {
    static Whole of(ClassInfo info) {
      List<Optional<MethodBody>> bodies = info.methods().stream().map(MethodInfo::body).toList();
      return new Whole(info, bodies);
    }

    /** Everything but the suppliers of the bodies, which are never equal. */
    String text() {
      StringBuilder text =
          new StringBuilder(
              new ClassInfo(
                      info.name(),
                      info.superName(),
                      info.interfaces(),
                      info.modifiers(),
                      info.annotations(),
                      info.outer(),
                      info.enclosingMethod(),
                      info.fields(),
                      List.of(),
                      info.site(),
                      info.origin())
                  .toString());
      for (MethodInfo m : info.methods()) {
        text.append('\n').append(m.ref()).append(m.modifiers()).append(m.annotations());
        text.append(m.params()).append(m.thrown()).append(m.enclosing()).append(m.site());
      }
      return text.toString();
    }
  }

  private SortedMap<String, Whole> read(List<Path> jars, Optional<CacheFolder> with)
      throws IOException {
    SortedMap<String, Whole> all = new TreeMap<>();
    try (ClassFiles files = ClassFiles.open(jars, 0)) {
      with.ifPresent(files::with);
      for (Path each : jars) {
        try (JarFile jar = new JarFile(each.toFile())) {
          for (String path : jar.stream().map(JarEntry::getName).toList()) {
            if (path.endsWith(".class") && !path.endsWith("module-info.class")) {
              String name = path.substring(0, path.length() - 6).replace('/', '.');
              files.find(name).ifPresent(info -> all.put(name, Whole.of(info)));
            }
          }
        }
      }
    }
    return all;
  }

  private static void same(SortedMap<String, Whole> actual, SortedMap<String, Whole> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach(
        (name, whole) -> {
          assertThat(whole.text()).isEqualTo(expected.get(name).text());
          assertThat(whole.bodies()).as(name).isEqualTo(expected.get(name).bodies());
        });
  }

  @Test
  void whatIsKeptIsWhatWasRead() throws IOException {
    SortedMap<String, Whole> plain = read(List.of(library), Optional.empty());
    assertThat(plain).hasSizeGreaterThan(30);
    same(read(List.of(library), Optional.of(cache)), plain);
    KeptClasses kept = KeptClasses.of(Files.readAllBytes(onlyFile()));
    assertThat(kept.get("org.objectweb.asm.ClassWriter").lowered()).isTrue();
    same(read(List.of(library), Optional.of(cache)), plain);
    same(read(List.of(library), Optional.of(cache)), plain);
  }

  @Test
  void damagedFilesAreAsGoodAsNone() throws IOException {
    SortedMap<String, Whole> plain = read(List.of(library), Optional.empty());
    read(List.of(library), Optional.of(cache));
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);
    for (int cut : List.of(0, 3, 20, bytes.length / 2, bytes.length - 1)) {
      Files.write(file, Arrays.copyOf(bytes, cut));
      same(read(List.of(library), Optional.of(cache)), plain);
    }
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 3] ^= 4;
    assertThat(KeptClasses.of(flipped).get("org.objectweb.asm.ClassWriter")).isNull();
  }

  @Test
  void severalMayUseItAtOnce() throws Exception {
    SortedMap<String, Whole> plain = read(List.of(library), Optional.empty());
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<SortedMap<String, Whole>>> runs = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        runs.add(pool.submit(() -> read(List.of(library), Optional.of(cache))));
      }
      for (Future<SortedMap<String, Whole>> each : runs) {
        same(each.get(), plain);
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
    assertThat(onlyFile()).exists();
  }

  @Test
  void doesNotGrowWithoutEnd() throws IOException {
    CacheFolder small = new CacheFolder(work.resolve("small"), 10_000);
    for (int i = 0; i < 40; i++) {
      small.write("key" + i, new byte[1000]);
    }
    small.write("large", new byte[9000]);
    try (Stream<Path> files = Files.list(small.folder())) {
      List<Path> all = files.toList();
      assertThat(all).hasSizeBetween(8, 10);
    }
    assertThat(small.read("key39")).isPresent();
    assertThat(small.read("key0")).isEmpty();
    assertThat(small.read("large")).as("more than its share").isEmpty();
  }

  /** What a field's name means depends on a class in another jar. */
  @Test
  void aChangeOfAnotherJarCounts() throws IOException {
    compile("one", "package p; public class Base { public int x; }");
    Path user =
        compile("user", "package p; public class User extends Base { int f() { return x; } }");
    Path one = jar("base.jar", work.resolve("one"));
    List<Path> path = List.of(jar("user.jar", user), one);
    same(read(path, Optional.of(cache)), read(path, Optional.empty()));
    compile("two", "package p; class Top { public int x; }");
    compile("two", "package p; public class Base extends Top { }");
    jar("base.jar", work.resolve("two"));
    SortedMap<String, Whole> now = read(path, Optional.of(cache));
    same(now, read(path, Optional.empty()));
    assertThat(now.get("p.User").bodies().toString()).contains("p.Top#x");
  }

  @Test
  void isWhereCachesAre() {
    String home = work.toString();
    assertThat(CacheFolder.ofUser(Map.of(), home).orElseThrow().folder())
        .isEqualTo(work.resolve(".cache").resolve("lockkeeper"));
    String other = work.resolve("other").toString();
    assertThat(CacheFolder.ofUser(Map.of("XDG_CACHE_HOME", other), home).orElseThrow().folder())
        .isEqualTo(work.resolve("other").resolve("lockkeeper"));
    assertThat(
            CacheFolder.ofUser(Map.of("XDG_CACHE_HOME", "relative"), home).orElseThrow().folder())
        .isEqualTo(work.resolve(".cache").resolve("lockkeeper"));
    assertThat(CacheFolder.ofUser(Map.of(), "")).isEmpty();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(cache.folder())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private Path compile(String folder, String source) throws IOException {
    Path to = Files.createDirectories(work.resolve(folder));
    String type = source.replaceFirst("(?s).*class (\\w+) .*", "$1");
    Path file = Files.writeString(to.resolve(type + ".java"), source);
    String path = work.resolve("one") + File.pathSeparator + to;
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-g", "-cp", path, "-d", "" + to, "" + file);
    assertThat(code).isZero();
    return to;
  }

  private Path jar(String name, Path content) throws IOException {
    Path jar = work.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(content)) {
      for (Path each : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        zip.putNextEntry(new JarEntry(content.relativize(each).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(each));
        zip.closeEntry();
      }
    }
    return jar;
  }
}
