// Loaded into snac (LD_PRELOAD) so that tests need not wait for it: snac looks at its queues every three seconds, and a
// message passes through three of them. The pause is all that is changed; the program itself is Debian's.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <time.h>

#define SECOND_NS 1000000000L
#define LONGEST_PAUSE_NS 100000000L

typedef int (*timedwait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
  timedwait wait = (timedwait)dlsym(RTLD_NEXT, "pthread_cond_timedwait");
  struct timespec soon;
  clock_gettime(CLOCK_REALTIME, &soon);
  soon.tv_nsec += LONGEST_PAUSE_NS;
  if (soon.tv_nsec >= SECOND_NS) {
    soon.tv_sec += 1;
    soon.tv_nsec -= SECOND_NS;
  }
  int is_sooner = until->tv_sec < soon.tv_sec || (until->tv_sec == soon.tv_sec && until->tv_nsec < soon.tv_nsec);
  return wait(condition, mutex, is_sooner ? until : &soon);
}
