using NetGen.Data;

namespace NetGen.Mutations.Networks;

/// <summary>Small pictures of two classes.</summary>
[DataSet, Sample(3, 4, 4), Classes(2)]
internal sealed class Pictures(string folder) : ImageFolder(folder);
