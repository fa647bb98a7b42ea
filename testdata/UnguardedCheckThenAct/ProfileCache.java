package cases.uncheckedcheckthenact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/** Caffeine's cache, also as the constructor's argument. */
public class ProfileCache {
  private final Cache<Long, String> profiles =
      Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofMinutes(1)).build();
  private final Cache<Long, String> avatars;
  private final Function<Long, String> loader;

  public ProfileCache(Cache<Long, String> avatars, Function<Long, String> loader) {
    this.avatars = avatars;
    this.loader = loader;
  }

  public String profile(long id) {
    String profile = profiles.getIfPresent(id);
    if (profile != null) {
      return profile;
    }
    profile = loader.apply(id);
    profiles.put(id, profile); // want UnguardedCheckThenAct "profiles"
    return profile;
  }

  public void warm(long id) {
    if (avatars.getIfPresent(id) == null) {
      avatars.put(id, loader.apply(id)); // want UnguardedCheckThenAct "avatars"
    }
  }

  public String atomic(long id) {
    return profiles.get(id, loader);
  }

  public String knownOrUnknown(long id) {
    String profile = profiles.getIfPresent(id);
    return profile == null ? "unknown" : profile;
  }
}
