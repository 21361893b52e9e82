namespace NetGen.Benchmarks.Comparison;

/// <summary>
/// The folder of the other libraries' harness, built: <c>out/torchsharp</c>,
/// <c>out/onnxruntime</c> and the exported <c>models</c>.
/// </summary>
internal sealed class PeersFolder
{
    // What a determined user could find: freed memory is kept by malloc rather than given back and faulted in anew.
    private const string MallocKeepsMemory =
        "glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=4294967296:glibc.malloc.top_pad=268435456";

    private readonly string? width;
    private readonly string folder;
    private readonly string torchSharp;
    private readonly string onnxRuntime;

    /// <summary>Finds the programs.</summary>
    /// <param name="folder">The harness's folder.</param>
    /// <param name="width">
    /// The widest vectors that libtorch may use, in floats, or null for the machine's. ONNX Runtime has no such limit.
    /// </param>
    /// <exception cref="FileNotFoundException">A program has not been built.</exception>
    public PeersFolder(string folder, string? width)
    {
        this.width = width;
        this.folder = Path.GetFullPath(folder);
        torchSharp = Executables.Find(TorchSharpFolder, "Peers");
        onnxRuntime = Executables.Find(OnnxRuntimeFolder, "PeersOrt");
    }

    /// <summary>The published TorchSharp program.</summary>
    public string TorchSharpFolder => Path.Combine(folder, "out", "torchsharp");

    /// <summary>The published ONNX Runtime program.</summary>
    public string OnnxRuntimeFolder => Path.Combine(folder, "out", "onnxruntime");

    /// <summary>TorchSharp as it comes.</summary>
    public Contestant TorchSharp => new("TorchSharp", [torchSharp], [], Shim());

    /// <summary>TorchSharp whose memory allocator keeps what is freed.</summary>
    public Contestant TorchSharpTuned => TorchSharp with { Name = "TorchSharp tuned", Environment = Tuned() };

    /// <summary>The same with channels-last tensors.</summary>
    public Contestant TorchSharpTunedChannelsLast => TorchSharpTuned with { Name = "TorchSharp tuned NHWC", Arguments = ["--nhwc", "1"] };

    /// <summary>ONNX Runtime.</summary>
    public Contestant OnnxRuntime =>
        new("ONNX Runtime", [onnxRuntime], ["--models", Path.Combine(folder, "models")], Contestant.Settings());

    /// <summary>Checks that a model has been exported for ONNX Runtime.</summary>
    /// <exception cref="FileNotFoundException">It has not.</exception>
    public void RequireExported(string model)
    {
        string path = Path.Combine(folder, "models", model + ".onnx");
        if (!File.Exists(path))
            throw new FileNotFoundException($"Expected the exported network '{path}'; it is not there.");
    }

    // Supplies a symbol that TorchSharp's library wants of a newer C++ library than some systems have.
    private Dictionary<string, string> Shim()
    {
        string shim = Path.Combine(folder, "out", "libglibcxx_shim.so");
        return Contestant.Settings(
            [.. InstructionLimit.OfTorch(width), .. File.Exists(shim) ? [("LD_PRELOAD", shim)] : Array.Empty<(string, string)>()]);
    }

    private Dictionary<string, string> Tuned()
    {
        Dictionary<string, string> settings = Shim();
        settings.Add("GLIBC_TUNABLES", MallocKeepsMemory);
        return settings;
    }
}
