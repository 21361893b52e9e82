using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Asks the operating system for huge pages for a large block, where it only uses them on request (Linux, <c>transparent_hugepage</c> set
/// to <c>madvise</c>, as most distributions have it). A step that goes through some 50 MB of activations spends up to a tenth of its time
/// on finding small pages otherwise.
/// </summary>
internal static partial class LargePages
{
    /// <summary>2 MiB: the huge page of x86, and of Arm with pages of 4 KiB.</summary>
    private const nuint PageBytes = 2 << 20;

    /// <summary>MADV_HUGEPAGE of Linux.</summary>
    private const int WantsLargePages = 14;

    /// <summary>Advises huge pages for the untouched whole pages of a block. A hint: results do not depend on it.</summary>
    public static unsafe void Advise(ref float first, int length)
    {
        if (!OperatingSystem.IsLinux())
            return;
        nuint begin = (nuint)Unsafe.AsPointer(ref first);
        nuint end = (begin + ((nuint)length * sizeof(float))) / PageBytes * PageBytes;
        begin = (begin + PageBytes - 1) / PageBytes * PageBytes;
        if (begin >= end)
            return;
        try
        {
            _ = Advise(begin, end - begin, WantsLargePages);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // The C library does not have it: small pages remain.
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint address, nuint length, int advice);
}
