package cases.uncheckedcheckthenact;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Guava's cache. */
public class TokenStore {
  private final Cache<String, Token> tokens =
      CacheBuilder.newBuilder().maximumSize(1000).expireAfterWrite(5, TimeUnit.MINUTES).build();
  private final LoadingCache<String, Token> loading =
      CacheBuilder.newBuilder().build(CacheLoader.from(TokenStore::issue));

  public Token token(String user) {
    Token token = tokens.getIfPresent(user);
    if (token == null) {
      token = issue(user);
      tokens.put(user, token); // want UnguardedCheckThenAct "tokens"
    }
    return token;
  }

  public void prefetch(String user) {
    if (tokens.getIfPresent(user) != null) {
      return;
    }
    tokens.put(user, issue(user)); // want UnguardedCheckThenAct "tokens"
  }

  public void viaMapView(String user) {
    if (!tokens.asMap().containsKey(user)) {
      tokens.asMap().put(user, issue(user)); // want UnguardedCheckThenAct "tokens"
    }
  }

  /** Drops a newer token that another thread put in between. */
  public void dropExpired(String user, long now) {
    Token token = tokens.getIfPresent(user);
    if (token != null && token.expires < now) {
      tokens.invalidate(user); // want UnguardedCheckThenAct "tokens"
    }
  }

  public Token atomic(String user) throws ExecutionException {
    return tokens.get(user, () -> issue(user));
  }

  public Token loaded(String user) {
    return loading.getUnchecked(user);
  }

  public void dropExpiredAtomically(String user, long now) {
    Token token = tokens.getIfPresent(user);
    if (token != null && token.expires < now) {
      tokens.asMap().remove(user, token);
    }
  }

  public void refresh(String user) {
    tokens.put(user, issue(user));
  }

  private static Token issue(String user) {
    return new Token(user, System.nanoTime());
  }

  /** Each one is paid for. */
  public record Token(String user, long expires) {}
}
