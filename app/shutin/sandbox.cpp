// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shutin/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

namespace quntai {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// Sanitizers map terabytes and look into /proc.
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

constexpr rlim_t memoryBytes = 1024ULL * 1024 * 1024;

void limit(int what, rlim_t most)
{
    const rlimit both{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

#if defined(__x86_64__)
constexpr unsigned machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned machine = 0;
#endif

/** Threads, with what Qt makes for each, are allowed: it scales large pictures with several. */
constexpr std::array<unsigned, 33> allowedCalls{
    SYS_read,           SYS_write,          SYS_readv,         SYS_writev,
    SYS_close,          SYS_fstat,          SYS_lseek,         SYS_mmap,
    SYS_munmap,         SYS_mremap,         SYS_mprotect,      SYS_madvise,
    SYS_brk,            SYS_futex,          SYS_clone,         SYS_clone3,
    SYS_set_robust_list, SYS_rseq,          SYS_gettid,        SYS_getpid,
    SYS_sched_yield,    SYS_sched_getaffinity, SYS_rt_sigprocmask, SYS_rt_sigreturn,
    SYS_rt_sigaction,   SYS_sigaltstack,    SYS_clock_gettime, SYS_clock_nanosleep,
    SYS_getrandom,      SYS_eventfd2,       SYS_fcntl,         SYS_exit,
    SYS_exit_group};

} // namespace

void limitResources()
{
    limit(RLIMIT_CORE, 0);
    // A decoder that complains into a log file must not end with it.
    ::signal(SIGXFSZ, SIG_IGN);
    limit(RLIMIT_FSIZE, 0);
    if (!sanitized)
        limit(RLIMIT_AS, memoryBytes);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

bool closeSandbox()
{
    if (sanitized || machine == 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    constexpr size_t calls = allowedCalls.size();
    constexpr auto load = [](size_t at) {
        return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(at));
    };
    std::array<sock_filter, calls + 6> program{};
    size_t at = 0;
    program[at++] = load(offsetof(seccomp_data, arch));
    // Another machine's calls have other numbers: none of them.
    program[at++] = sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0);
    program[at++] = sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    program[at++] = load(offsetof(seccomp_data, nr));
    for (size_t i = 0; i < calls; ++i) {
        const auto toAllow = static_cast<unsigned char>(calls - i);
        program[at++] =
            sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, allowedCalls.at(i), toAllow, 0);
    }
    program[at++] = sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    program[at++] = sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    const sock_fprog filter{static_cast<unsigned short>(at), program.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace quntai
