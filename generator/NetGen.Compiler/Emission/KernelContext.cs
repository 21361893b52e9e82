using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>What every emitter of a kernel needs: the group, where its tensors lie, the width, and where to write.</summary>
internal sealed class KernelContext : MethodContext
{
    private readonly Dictionary<Tensor, string> references = [];
    private readonly Dictionary<int, string> dropoutKeys = [];
    private readonly List<KernelContext> all;
    private readonly List<MethodReference> declared = [];
    private readonly SortedDictionary<int, string> sites = [];

    /// <param name="group">The group.</param>
    /// <param name="plan">Where its tensors lie.</param>
    /// <param name="writer">Where its method is printed.</param>
    public KernelContext(FusedGroup group, MemoryPlan plan, CodeWriter writer)
        : this(group, plan, writer, [])
    {
    }

    private KernelContext(FusedGroup group, MemoryPlan plan, CodeWriter writer, List<KernelContext> all)
        : base(writer)
    {
        this.all = all;
        all.Add(this);
        Group = group;
        Plan = plan;
        foreach (Tensor tensor in Group.Loaded.Concat(Group.Stored).Distinct())
        {
            // A running statistic is read and stored in the same place.
            Tensor? same = plan[tensor].Kind == StorageKind.Statistic
                ? references.Keys.FirstOrDefault(known => plan[known] == plan[tensor])
                : null;
            references.Add(tensor, same is null ? Named(tensor) : references[same]);
        }
    }

    private string Named(Tensor tensor)
    {
        string name = Fresh(TensorNames.Of(tensor), TensorNames.WithPath(tensor));
        if (tensor.Shape.IsBatched)
            Fresh(Batch(name));
        return name;
    }

    /// <summary>For another method of the same kernel: with all names free again.</summary>
    public KernelContext Again() => Again(Writer);

    /// <summary>The same, printed elsewhere.</summary>
    public KernelContext Again(CodeWriter writer) => new(Group, Plan, writer, all);

    /// <summary>The local names that all methods of the kernel have used.</summary>
    public IEnumerable<string> AllNames => all.SelectMany(context => context.Names);

    /// <summary>What the kernel's own method declares first; methods behind it print their declarations themselves.</summary>
    public IReadOnlyList<MethodReference> Declared => declared;

    /// <summary>The numbers of dropout layers that the kernel's own method names, and what it calls them.</summary>
    public IReadOnlyDictionary<int, string> Sites => sites;

    /// <summary>What is printed behind the method.</summary>
    public List<Action> Behind { get; } = [];

    /// <summary>Whether the library's code becomes a part of the method, which the JIT compiles for its sizes.</summary>
    public bool SizesAreConstants { get; set; }

    public FusedGroup Group { get; }

    public MemoryPlan Plan { get; }

    /// <summary>What a kernel of the library stores itself; its epilogue stores the rest.</summary>
    public Tensor Output => Group.Stored.First(stored => stored is not MaxPoolArgmax && stored.Shape.SameSizes(Group.Space));

    /// <summary>The local `ref float` of a tensor: of the current sample where there is one.</summary>
    public string Reference(Tensor tensor) => references[tensor];

    public bool HasReference(Tensor tensor) => references.ContainsKey(tensor);

    /// <summary>Declares the references of all tensors that the kernel touches, each at its first sample.</summary>
    /// <param name="isOneMatrix">Whether all samples are one matrix to the kernel: none has a reference of its own.</param>
    /// <param name="except">A tensor that the kernel reads in another way, or null.</param>
    public void DeclareReferences(bool isOneMatrix = false, Tensor? except = null)
    {
        MethodReference[] named =
        [
            .. references.GroupBy(pair => pair.Value).Select(same => same.First()).Where(pair => pair.Key != except)
                .Select(pair => new MethodReference(pair.Value, pair.Key.Shape.IsBatched && !isOneMatrix, pair.Key, Plan[pair.Key])),
        ];
        if (this == all[0])
            declared.AddRange(named);
        else
            Declare(Writer, named.Select(reference => (reference.Declared, reference.Place)));
    }

    /// <summary>Prints the declarations of references, several on a line.</summary>
    public static void Declare(CodeWriter writer, IEnumerable<(string Name, string Place)> references)
    {
        string[] declarations = [.. references.Select(reference => $"{reference.Name} = {reference.Place}")];
        if (declarations.Length > 0)
            writer.List("ref float ", declarations, ";");
    }

    /// <summary>Inside a loop over samples: the references of the sample at hand.</summary>
    public void DeclareSampleReferences(string sample)
    {
        foreach (KeyValuePair<Tensor, string> pair in references)
            DeclareSampleReference(pair.Key, sample);
    }

    /// <summary>The same for one tensor; nothing where it is the same for all samples.</summary>
    public void DeclareSampleReference(Tensor tensor, string sample)
    {
        if (tensor.Shape.IsBatched)
            Writer.Line(
                $"ref float {Reference(tensor)} = ref Unsafe.Add(ref {Batch(Reference(tensor))}, "
                + $"(nint){sample} * {Literals.Integer(tensor.SampleStride)});");
    }

    /// <summary>What the group's Maps load, in the order of first use.</summary>
    public IEnumerable<Tensor> LoadedByMaps
    {
        get
        {
            var read = new HashSet<Tensor>(Group.Maps.SelectMany(map => map.Operands));
            return Group.Loaded.Where(read.Contains);
        }
    }

    /// <summary>The layers whose drawn numbers the group's Maps compute, by their sites.</summary>
    public IEnumerable<int> DropoutSites
    {
        get
        {
            var sites = new SortedSet<int>();
            foreach (Map map in Group.Maps)
                map.Body.Contains(part =>
                {
                    if (part is Drawn drawn)
                        sites.Add(drawn.Site);
                    return false;
                });
            return sites;
        }
    }

    /// <summary>Whether the group's Maps have numbers of their own at each place of a sample.</summary>
    public bool ReadsPlaces => Group.Maps.Any(map => map.Body.Contains(part => part is OfPlace));

    /// <summary>Inside a loop over samples: the keys of the sample's dropout masks, once for all its elements.</summary>
    public void DeclareDropoutKeys(string sample)
    {
        foreach (int site in DropoutSites)
            Writer.Line($"uint {NameDropoutKey(site)} = Dropout.Key(workspace.DropoutSeed, {DropoutSite(site)}, {sample});");
    }

    /// <summary>The number of a dropout layer: a name for it in the kernel's own method, of which other layers may have the same.</summary>
    public string DropoutSite(int site)
    {
        if (this != all[0])
            return Literals.Integer(site);
        if (!sites.TryGetValue(site, out string? name))
            sites.Add(site, name = Fresh("dropoutSite"));
        return name;
    }

    /// <summary>Takes a name for the local that holds the key of a site.</summary>
    public string NameDropoutKey(int site) => dropoutKeys[site] = Fresh("dropoutKey");

    /// <summary>The key of a dropout mask: the local that holds it, else the call that computes it.</summary>
    public string DropoutKey(int site, string sample) => dropoutKeys.TryGetValue(site, out string? local)
        ? local
        : $"Dropout.Key(workspace.DropoutSeed, {Literals.Integer(site)}, {sample})";

    /// <summary>The reference of a batched tensor at its first sample.</summary>
    public static string Batch(string reference) => reference + "Batch";
}
